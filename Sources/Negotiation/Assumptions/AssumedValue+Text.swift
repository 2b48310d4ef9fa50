extension AssumedValue {
  /// The value that a text stands for.
  ///
  /// `0.3`, `uniform(0, 0.5)`, `normal(0.5, 0.2)`, `normal(0.18, 0.1, 0, 0.5)` (mean, standard deviation, and the bounds
  /// of a cut) or `beta(2.5, 1.5)`; blanks mean nothing.
  ///
  /// - Parameter text: the value as files and options write it.
  /// - Throws: ``AssumptionError``.
  public init(text: String) throws(AssumptionError) {
    let trimmed = Self.trimmed(text[...])
    guard let opening = trimmed.firstIndex(of: "(") else {
      try self.init(.fixed(try Self.number(trimmed, in: text)))
      return
    }
    guard trimmed.last == ")" else { throw .notAValue(text) }
    var numbers: [Double] = []
    let list = trimmed[trimmed.index(after: opening)...].dropLast()
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      numbers.append(try Self.number(Self.trimmed(part), in: text))
    }
    switch (String(Self.trimmed(trimmed[..<opening])), numbers.count) {
    case ("uniform", 2): try self.init(.uniform(lower: numbers[0], upper: numbers[1]))
    case ("normal", 2): try self.init(.normal(mean: numbers[0], standardDeviation: numbers[1]))
    case ("normal", 4):
      try self.init(
        .truncatedNormal(
          mean: numbers[0], standardDeviation: numbers[1], lower: numbers[2], upper: numbers[3]))
    case ("beta", 2): try self.init(.beta(successes: numbers[0], failures: numbers[1]))
    default: throw .notAValue(text)
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let blanks = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
    return start.dropLast(blanks)
  }

  private static func number(_ text: Substring, in whole: String) throws(AssumptionError) -> Double {
    // Words and hexadecimal digits, which the standard library reads too, are no numbers here.
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let value = Double(text)
    else { throw .notAValue(whole) }
    guard value.isFinite else { throw .notFinite(whole) }
    return value
  }
}

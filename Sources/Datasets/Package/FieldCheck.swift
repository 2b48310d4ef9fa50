internal import Series

/// What a schema asks of one column, row by row.
struct FieldCheck {
  private let field: Descriptor.Field
  /// The lines on which the values of a unique column stand.
  private var lines: [String: Int] = [:]

  /// A check before its first row.
  ///
  /// - Parameter field: the column.
  init(_ field: Descriptor.Field) { self.field = field }

  /// What is wrong with the field of the current record.
  ///
  /// - Parameters:
  ///   - reader: the table.
  ///   - index: of the column.
  ///   - patterns: compiled ones.
  /// - Returns: the fault, or `nil`.
  /// - Throws: ``DataError`` for text that is no number where one belongs.
  mutating func fault(_ reader: borrowing CSVReader, _ index: Int, _ patterns: inout PatternMemory)
    throws(DataError) -> String?
  {
    let text = try reader.text(index)
    if text.isEmpty { return field.isRequired ? "'\(field.name)' is empty" : nil }
    if let allowed = field.allowed, !allowed.contains(text) {
      return "'\(text)' is none of \(allowed.joined(separator: ", "))"
    }
    var number: Double?
    switch field.type {
    case "number": number = try reader.number(index)
    case "integer", "year":
      guard let whole = Int(text) else { return "'\(text)' in '\(field.name)' is not a whole number" }
      number = Double(whole)
    case "boolean":
      if text != "true", text != "false" { return "'\(text)' in '\(field.name)' is neither true nor false" }
    default: break
    }
    if let bound = field.minimum, let limit = bound.exceeded(text, number, .below) {
      return "'\(text)' in '\(field.name)' is below the minimum \(limit)"
    }
    if let bound = field.maximum, let limit = bound.exceeded(text, number, .above) {
      return "'\(text)' in '\(field.name)' is above the maximum \(limit)"
    }
    if let pattern = field.pattern, !patterns.matches(text, pattern) {
      return "'\(text)' in '\(field.name)' does not match \(pattern)"
    }
    guard field.isUnique else { return nil }
    if let line = lines[text] { return "'\(text)' in '\(field.name)' stands on line \(line) already" }
    lines[text] = reader.line
    return nil
  }
}

extension Descriptor.Bound {
  /// The bound in words where a value lies beyond it.
  ///
  /// - Parameters:
  ///   - text: the value as it stands in the table.
  ///   - number: the value of a column of numbers.
  ///   - side: which side is beyond.
  /// - Returns: the bound, or `nil` for a value that keeps it.
  fileprivate func exceeded(_ text: String, _ number: Double?, _ side: Side) -> String? {
    switch self {
    case .number(let bound):
      guard let number, side.holds(number, bound) else { return nil }
      return numeral(bound)
    case .text(let bound): return side.holds(text, bound) ? bound : nil
    }
  }
}

/// On which side of a bound a value may not lie.
private enum Side {
  case below, above

  func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
    switch self {
    case .below: value < bound
    case .above: value > bound
    }
  }
}

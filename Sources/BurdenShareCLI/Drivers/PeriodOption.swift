import Series

/// Periods as options write them: `2008`, `FY2008`, `1991..1995`, `FY2027..`.
struct PeriodOption: Sendable, Equatable {
  /// The first year.
  let first: Int
  /// The last year; `nil` where the range has no end.
  let last: Int?
  /// Whether a year was written as a fiscal one.
  let isFiscal: Bool

  /// The periods of a text.
  ///
  /// - Parameters:
  ///   - text: one year, two joined by `..`, or one followed by `..`.
  ///   - option: what it belongs to, for the message.
  /// - Throws: ``CommandFailure`` for anything else, or a range that ends before it begins.
  init(_ text: Substring, of option: String) throws {
    func year(_ part: Substring) throws -> (Int, Bool) {
      let isFiscal = part.uppercased().hasPrefix("FY")
      let digits = isFiscal ? part.dropFirst(2) : part
      guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(digits),
        (1...99_999).contains(year)
      else {
        throw CommandFailure(
          .usage, "\(option): '\(part)' is not a year", hint: "2027, FY2027, FY2027..FY2030 or FY2027..")
      }
      return (year, isFiscal)
    }
    guard let dots = text.firstRange(of: "..") else {
      let (only, isFiscal) = try year(text)
      (first, last, self.isFiscal) = (only, only, isFiscal)
      return
    }
    let (start, startIsFiscal) = try year(text[..<dots.lowerBound])
    let rest = text[dots.upperBound...]
    first = start
    guard !rest.isEmpty else {
      (last, isFiscal) = (nil, startIsFiscal)
      return
    }
    let (end, endIsFiscal) = try year(rest)
    guard end >= start else {
      throw CommandFailure(.usage, "\(option): the range '\(text)' ends before it begins")
    }
    (last, isFiscal) = (end, startIsFiscal || endIsFiscal)
  }

  /// Refuses a fiscal year where a series has calendar ones.
  ///
  /// - Parameters:
  ///   - series: whose periods are meant.
  ///   - option: what it belongs to, for the message.
  /// - Throws: ``CommandFailure``.
  func requireBasis(of series: AnnualSeries, _ option: String) throws {
    guard !isFiscal || series.calendar.isFiscal else {
      throw CommandFailure(
        .usage, "\(option): '\(series.identifier)' has calendar years, and FY\(first) is a fiscal one",
        hint: "write \(first)")
    }
  }
}

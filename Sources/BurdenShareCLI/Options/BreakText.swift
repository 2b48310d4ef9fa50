import Datasets
import Forecasting

/// Breaks as options write them.
enum BreakText {
  /// Where the breaks of a piecewise model come from.
  ///
  /// - Parameters:
  ///   - breaks: the value of --breaks.
  ///   - file: the value of --breaks-file.
  ///   - count: the value of --break-count.
  /// - Returns: given dates, or the rule by which their number is found.
  /// - Throws: ``CommandFailure`` for a text of another form, `BreakError` for impossible breaks, `DataError` for a file
  ///   that is none.
  static func dates(breaks: String?, file: String?, count: String?) throws -> Piecewise.Dates {
    if let breaks { return .given(try given(breaks)) }
    if let file { return try dates(BreakFile(file)) }
    switch count {
    case nil, "bic": return .found(.bayes)
    case "sup-f": return .found(.sequential)
    case let text?:
      guard let number = Int(text) else {
        throw CommandFailure(
          .usage, "--break-count '\(text)' is not bic, sup-f or a number",
          hint: "such as --break-count 2")
      }
      return .found(try BreakCount.exactly(number))
    }
  }

  private static func dates(_ file: BreakFile) throws -> Piecewise.Dates {
    func given(_ entries: [BreakFile.Entry]) throws -> GivenBreaks {
      try GivenBreaks(
        entries.map { .init(year: $0.year, reason: $0.reason, place: $0.place.description) })
    }
    if !file.everywhere.isEmpty { return .given(try given(file.everywhere)) }
    return .named(try file.breaks.mapValues(given))
  }

  private static func given(_ text: String) throws -> GivenBreaks {
    let breaks = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let pieces = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let reason = pieces.count == 2 ? String(trimmed(pieces[1])) : ""
      return GivenBreaks.Break(year: try year(trimmed(pieces[0])), reason: reason.isEmpty ? nil : reason)
    }
    return try GivenBreaks(breaks)
  }

  private static func year(_ text: Substring) throws -> Int {
    let digits = text.prefix(2).lowercased() == "fy" ? text.dropFirst(2) : text
    guard (1...6).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(digits)
    else {
      throw CommandFailure(
        .usage, "--breaks: '\(text)' is not a year",
        hint: "the first year of each new regime, joined by commas: 1991,2008 or '1991:base pay,2008'")
    }
    return year
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " }
    return start.prefix(start.count - start.reversed().prefix { $0 == " " }.count)
  }
}

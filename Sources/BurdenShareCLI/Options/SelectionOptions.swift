public import ArgumentParser
public import Datasets
import Series

extension Status: ExpressibleByArgument {}

/// Which values of a series are used.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use only what was published by this date (2020, 2020-12 or 2020-12-15).", valueName: "date"))
  var asOf: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Leave out values of this status; may be repeated. One of: "
        + Status.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "status"))
  var excludeStatus: [Status] = []

  @Option(help: ArgumentHelp("The first year used (2000 or FY2000).", valueName: "year"))
  var from: String?

  @Option(help: ArgumentHelp("The last year used (2020 or FY2020).", valueName: "year"))
  var to: String?

  /// The options as they are written.
  var words: [String] {
    let single = [("--as-of", asOf), ("--from", from), ("--to", to)]
    return single.compactMap { name, value in value.map { "\(name)=\($0)" } }
      + excludeStatus.map { "--exclude-status=\($0.rawValue)" }
  }

  /// The selection that the options describe.
  ///
  /// - Returns: statuses, date and years.
  /// - Throws: ``CommandFailure`` for a text that is no date or year, or a window that ends before it begins.
  func selection() throws -> Selection {
    let (first, last) = (try Self.year(from, "--from"), try Self.year(to, "--to"))
    if let first, let last, first > last {
      throw CommandFailure(.usage, "--from \(first) lies after --to \(last)")
    }
    return Selection(
      excluded: Set(excludeStatus), asOf: try asOf.map { try PartialDate($0) }, first: first, last: last)
  }

  /// The year of an option.
  ///
  /// - Parameters:
  ///   - text: its value, if it was given.
  ///   - option: its name.
  /// - Returns: the year, `nil` without a text.
  /// - Throws: ``CommandFailure`` for a text that is no year.
  static func year(_ text: String?, _ option: String) throws -> Int? {
    guard let text else { return nil }
    let digits = text.uppercased().hasPrefix("FY") ? text.dropFirst(2) : text[...]
    guard digits.allSatisfy(\.isWholeNumber), let year = Int(digits), (1...99_999).contains(year) else {
      throw CommandFailure(.usage, "\(option) '\(text)' is not a year (2000 or FY2000)")
    }
    return year
  }
}

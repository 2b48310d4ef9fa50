/// Why an annual series cannot be made.
public enum SeriesError: Error, Sendable, Equatable {
  /// There is not one value in it.
  case noValues(series: String)
  /// A value is NaN or infinite.
  case notFinite(series: String, year: Int)
  /// One year has two values.
  case duplicateYear(series: String, year: Int)
  /// A year beyond ``AnnualSeries/largestYear``.
  case yearOutOfRange(series: String, year: Int)
  /// The years lie further apart than any annual record does.
  case spanTooLong(series: String, first: Int, last: Int, limit: Int)
  /// The window asked for holds no value.
  case emptyWindow(series: String, first: Int, last: Int)
  /// Text that is no date.
  case notADate(String)
}

extension SeriesError: CustomStringConvertible {
  /// One line that says what is wrong and where.
  public var description: String {
    switch self {
    case .noValues(let series):
      "series '\(series)' has no value"
    case .notFinite(let series, let year):
      "series '\(series)' has a value for \(year) that is not a finite number"
    case .duplicateYear(let series, let year):
      "series '\(series)' has two values for \(year)"
    case .yearOutOfRange(let series, let year):
      "series '\(series)' has a value for the year \(year), beyond \(AnnualSeries.largestYear)"
    case .spanTooLong(let series, let first, let last, let limit):
      "series '\(series)' runs from \(first) to \(last): more than \(limit) years; check its periods"
    case .emptyWindow(let series, let first, let last):
      "series '\(series)' has no value from \(first) to \(last)"
    case .notADate(let text):
      "'\(text)' is not a date (2020, 2020-12 or 2020-12-15)"
    }
  }
}

/// Why there is no chart.
public enum ChartError: Error, Sendable, Equatable {
  /// There is nothing to draw.
  case nothingToShow
  /// More panels or lines than a reader can tell apart.
  case tooMany(String, found: Int, limit: Int)
  /// A table lacks a column.
  case missingColumn(String)
}

extension ChartError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .nothingToShow: "there is nothing to draw"
    case .tooMany(let what, let found, let limit):
      "a chart shows at most \(limit) \(what), and there are \(found)"
    case .missingColumn(let name): "the table has no column '\(name)'"
    }
  }
}

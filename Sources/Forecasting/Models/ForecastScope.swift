public import Series

/// What is asked of a forecast: how far ahead, at which levels, and on which scale it is fitted.
///
/// An explanation says nothing that was not asked for or does not hold there.
public struct ForecastScope: Sendable, Equatable {
  /// How many years are forecast.
  public let years: Int
  /// The levels of the intervals that are shown.
  public let levels: [Level]
  /// The transform under which the model is fitted.
  public let transform: Transform

  /// What is asked.
  ///
  /// - Parameters:
  ///   - years: how many are forecast.
  ///   - levels: of the intervals that are shown.
  ///   - transform: under which the model is fitted.
  init(years: Int, levels: [Level] = [.eighty, .ninetyFive], transform: Transform = .none) {
    self.years = years
    self.levels = levels
    self.transform = transform
  }

  /// What the model's values are to a reader: `values`, or `transformed values`.
  var valuesName: String { transform == .none ? "values" : "transformed values" }
}

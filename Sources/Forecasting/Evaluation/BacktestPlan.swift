public import Series

/// Which origins a backtest forecasts from, and how far.
public struct BacktestPlan: Sendable, Equatable {
  /// The number of values before the first origin, that one included.
  public let initial: Int
  /// How many years are forecast from each origin.
  public let horizon: Horizon
  /// The number of years from one origin to the next.
  public let step: Int
  /// How many of the last values a model sees; `nil` for all of them (an expanding window).
  public let window: Int?

  /// A plan.
  ///
  /// - Parameters:
  ///   - initial: values before the first origin, at least 2.
  ///   - horizon: years forecast from each origin.
  ///   - step: years between origins, at least 1.
  ///   - window: the length of a fixed window, at least 2, or `nil`.
  /// - Throws: ``OptionError`` for a number below its least, or above the longest span of a series.
  public init(initial: Int = 10, horizon: Horizon, step: Int = 1, window: Int? = nil) throws(OptionError) {
    guard initial >= 2 else { throw .belowLeast(option: "initial", value: initial, least: 2) }
    guard step >= 1 else { throw .belowLeast(option: "step", value: step, least: 1) }
    if let window, window < 2 { throw .belowLeast(option: "window", value: window, least: 2) }
    for (option, value) in [("initial", initial), ("step", step), ("window", window ?? 2)]
    where value > AnnualSeries.longestSpan {
      throw .aboveMost(option: option, value: value, most: AnnualSeries.longestSpan)
    }
    self.initial = initial
    self.horizon = horizon
    self.step = step
    self.window = window
  }

  /// The years from which forecasts are made: each has a value, and so has at least one year after it.
  ///
  /// - Parameter series: the whole record.
  /// - Returns: years in ascending order.
  public func origins(of series: AnnualSeries) -> [Int] {
    let years = series.observations.map(\.year)
    guard years.count > initial else { return [] }
    return stride(from: initial - 1, to: years.count - 1, by: step).map { years[$0] }
  }

  /// What a model sees at an origin.
  ///
  /// - Parameters:
  ///   - series: the whole record.
  ///   - origin: the last year it sees.
  /// - Returns: the record up to the origin, cut to the window.
  /// - Throws: `SeriesError` never for an origin of this plan.
  public func training(_ series: AnnualSeries, origin: Int) throws(SeriesError) -> AnnualSeries {
    try series.window(from: window.map { origin - $0 + 1 }, to: origin)
  }
}

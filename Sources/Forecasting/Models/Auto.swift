public import Series

/// The default: four simple members on two scales, a trend that has to prove itself, and intervals true to their level.
///
/// Short annual records do not tell which model is true, so none is chosen. The centre is the median of members that fail
/// in different ways, the trend it announces is damped by what trends were worth in the record's own past, and the interval
/// is calibrated on what such forecasts missed on other series instead of on how well the members fit.
public struct Auto: TrendModel {
  /// What the intervals are made of.
  public enum Intervals: String, Sendable, CaseIterable {
    /// A Student t whose width was learned on rolling origins of yearly series.
    case calibrated
    /// The textbook's: a normal law with the members' one-step error, growing with the square root of the horizon.
    case native
  }

  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("auto"),
    title: "median of four members with a tested trend, the default",
    equation:
      "v(T+h) = v(T) + m (c(h) - v(T)), v the cube root of y (y itself if any value is negative), c the mean of "
      + "the two middle members on y and of the two middle ones on v",
    estimation:
      "members: theta and damped trend, each averaged over a grid with weights SSE^(-n/4), the mean change "
      + "times t²/(t² + 1), the median change; m in 0...1 by ridge regression of realised on announced changes at origins "
      + "within the record. Missing years: the latest stretch of eight values or more is used alone, else straight lines "
      + "stand in",
    interval:
      "t(4) on v with scale s h^(2/3), s of the recent mean absolute change, the members' one-step error and their "
      + "disagreement; calibrated on rolling origins of yearly series. native: normal, one-step error times sqrt(h)",
    minimumObservations: 3,
    acceptsMissingYears: true,
    reference:
      "Fiorucci et al. (2016), International Journal of Forecasting 32, 1151-1161; Gardner & McKenzie (1985), "
      + "Management Science 31, 1237-1246; Petropoulos & Svetunkov (2020), International Journal of Forecasting 36, 110-115"
  )

  /// What the intervals are made of.
  public let intervals: Intervals

  /// The model.
  ///
  /// - Parameter intervals: calibrated, or the textbook's.
  public init(intervals: Intervals = .calibrated) { self.init(intervals: intervals, takesRoots: true) }

  /// Whether cube roots are a scale of the model: they need a zero that means nothing of the quantity.
  let takesRoots: Bool

  private init(intervals: Intervals, takesRoots: Bool) {
    self.intervals = intervals
    self.takesRoots = takesRoots
  }

  /// The model on the values alone: a logarithm of zero is a value of one in whatever unit, and no floor.
  public var onTransformedScale: any TrendModel { Auto(intervals: intervals, takesRoots: false) }

  /// Fits the members, tests the trend and measures the spread.
  ///
  /// Missing years: ``description`` says what is used instead. Edge Cases: a constant series is forecast with certainty.
  ///
  /// - Parameter series: on its own scale.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for fewer than three values, or values whose squares overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedAuto {
    try requireObservations(series.observationCount)
    let record = AutoRecord(series)
    guard record.constant == nil else {
      return FittedAuto(record: record, intervals: intervals, core: nil)
    }
    // No error is more than a few times the largest value; their squares have to add up to a number.
    guard (1000 * record.unit * record.unit * Double(record.values.count)).isFinite else {
      throw .overflow(model: Self.identifier)
    }
    return FittedAuto(
      record: record, intervals: intervals, core: FittedAuto.Core(record, takesRoots: takesRoots))
  }
}

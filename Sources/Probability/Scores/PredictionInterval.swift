/// A central prediction interval: what lies below it and above it has probability (1 - level)/2 each.
public struct PredictionInterval: Sendable, Hashable {
  /// The lower bound.
  public let lower: Double
  /// The upper bound, not below the lower one.
  public let upper: Double
  /// The nominal probability of the interval, 0.95 for a 95% interval.
  public let level: Double

  /// An interval.
  ///
  /// - Parameters:
  ///   - lower: finite.
  ///   - upper: finite, not below `lower`.
  ///   - level: strictly between 0 and 1.
  /// - Throws: `notFinite`, `reversedBounds` or `outsideUnitInterval`.
  public init(lower: Double, upper: Double, level: Double) throws(ProbabilityError) {
    try ProbabilityError.requireFinite(lower, .lowerBound)
    try ProbabilityError.requireFinite(upper, .upperBound)
    guard lower <= upper else { throw .reversedBounds(lower: lower, upper: upper) }
    try ProbabilityError.requireInteriorProbability(level, .level)
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// Whether a value lies inside; the bounds count as inside.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}

extension ContinuousDistribution {
  /// The central interval of a distribution.
  ///
  /// - Parameter level: the probability inside, strictly between 0 and 1.
  /// - Returns: the quantiles at (1 - level)/2 from either end.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for an infinite bound.
  public func interval(level: Double) throws(ProbabilityError) -> PredictionInterval {
    try ProbabilityError.requireInteriorProbability(level, .level)
    let tail = 0.5 * (1 - level)
    return try PredictionInterval(
      lower: quantile(tail), upper: upperTailQuantile(tail), level: level)
  }
}

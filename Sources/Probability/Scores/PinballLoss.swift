/// The pinball loss of a quantile q at level τ, (y - q) τ above it and (q - y) (1 - τ) below it.
///
/// Source: Koenker & Bassett (1978), Econometrica 46, 33-50.
public enum PinballLoss {
  /// The loss of one quantile.
  ///
  /// - Parameters:
  ///   - quantile: the point forecast for the level.
  ///   - level: strictly between 0 and 1.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative, in the unit of the observation.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` when the loss overflows.
  public static func score(
    quantile: Double, level: Double, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(quantile, .quantiles)
    try ProbabilityError.requireInteriorProbability(level, .level)
    try ProbabilityError.requireFinite(observation, .observation)
    return try ProbabilityError.representable(
      loss(observation - quantile, level: level), .pinballLoss)
  }

  /// The mean loss of several quantiles of one forecast.
  ///
  /// - Parameters:
  ///   - quantiles: at least one.
  ///   - levels: the level of each, strictly between 0 and 1.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative, in the unit of the observation.
  /// - Throws: `notFinite`, `tooFew`, `lengthMismatch`, `outsideUnitInterval` or `notRepresentable`.
  public static func meanScore(
    quantiles: [Double], levels: [Double], observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireCount(of: quantiles, .quantiles, atLeast: 1)
    try ProbabilityError.requireSameCount(levels, .levels, as: quantiles.count)
    try ProbabilityError.requireFinite(observation, .observation)
    var total = 0.0
    for index in quantiles.indices {
      try ProbabilityError.requireFinite(quantiles[index], .quantiles, at: index)
      try ProbabilityError.requireInteriorProbability(levels[index], .levels, at: index)
      total += loss(observation - quantiles[index], level: levels[index])
    }
    return try ProbabilityError.representable(total / Double(quantiles.count), .pinballLoss)
  }

  private static func loss(_ excess: Double, level: Double) -> Double {
    excess >= 0 ? excess * level : -excess * (1 - level)
  }
}

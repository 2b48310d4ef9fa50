/// The weighted interval score of a median and K central intervals, the measure of the forecast hubs.
///
/// (½ |y - m| + Σ αₖ/2 · ISₖ) / (K + ½): twice the mean pinball loss over the 2K + 1 quantiles, and with many even
/// levels the continuous ranked probability score.
///
/// Edge Cases:
///
/// - Without intervals it is the absolute error of the median.
///
/// Source: Bracher, Ray, Gneiting & Reich (2021), PLOS Computational Biology 17(2), e1008618, equation 1.
public enum WeightedIntervalScore {
  /// The score of a median and its intervals.
  ///
  /// - Parameters:
  ///   - median: the central forecast.
  ///   - intervals: central intervals of different levels, in any order.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, or `notRepresentable` when the score overflows.
  public static func score(
    median: Double, intervals: [PredictionInterval], observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(median, .median)
    try ProbabilityError.requireFinite(observation, .observation)
    var total = 0.5 * (observation - median).magnitude
    for interval in intervals {
      total += 0.5 * (1 - interval.level) * (try IntervalScore.score(interval, observation: observation))
    }
    return try ProbabilityError.representable(
      total / (Double(intervals.count) + 0.5), .weightedIntervalScore)
  }
}

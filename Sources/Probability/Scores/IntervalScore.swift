/// The interval score: the width of a prediction interval, and a penalty for what it misses.
///
/// (u - l) + 2/α (l - y)₊ + 2/α (y - u)₊ with α = 1 - level; in the unit of the observation, smaller is better.
///
/// Source: Gneiting & Raftery (2007), JASA 102, 359-378, equation 43 (after Winkler 1972).
public enum IntervalScore {
  /// The score of one interval.
  ///
  /// - Parameters:
  ///   - interval: what was forecast.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, or `notRepresentable` when the score overflows.
  public static func score(
    _ interval: PredictionInterval, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    let missed = max(0, interval.lower - observation) + max(0, observation - interval.upper)
    let score = interval.upper - interval.lower + 2 / (1 - interval.level) * missed
    return try ProbabilityError.representable(score, .intervalScore)
  }
}

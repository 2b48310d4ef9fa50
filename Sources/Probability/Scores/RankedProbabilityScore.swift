/// The ranked probability score of ordered categories, Σ (Fₖ - Oₖ)² over the cumulative probabilities.
///
/// A miss by one category costs less than a miss by two, which the Brier score does not see.
///
/// Source: Epstein (1969), Journal of Applied Meteorology 8, 985-987; Murphy (1971), ibid. 10, 155-156.
public enum RankedProbabilityScore {
  /// The score, from 0 to the number of categories less one.
  ///
  /// - Parameters:
  ///   - forecast: the probabilities, in the order of the categories.
  ///   - index: the category that came true, counted from zero.
  /// - Returns: a number that is not negative.
  /// - Throws: `unknownCategory`.
  public static func score(
    _ forecast: CategoryForecast, observed index: Int
  ) throws(ProbabilityError) -> Double {
    try forecast.requireCategory(index)
    var cumulative = 0.0
    var total = 0.0
    // The last sum is one on both sides.
    for (category, probability) in forecast.probabilities.dropLast().enumerated() {
      cumulative += probability
      let distance = category >= index ? 1 - cumulative : cumulative
      total += distance * distance
    }
    return total
  }

  /// The score divided by the number of categories less one, from 0 to 1.
  ///
  /// - Parameters:
  ///   - forecast: the probabilities, in the order of the categories.
  ///   - index: the category that came true, counted from zero.
  /// - Returns: from 0 to 1.
  /// - Throws: `unknownCategory`.
  public static func normalizedScore(
    _ forecast: CategoryForecast, observed index: Int
  ) throws(ProbabilityError) -> Double {
    try score(forecast, observed: index) / Double(forecast.probabilities.count - 1)
  }
}

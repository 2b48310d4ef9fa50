/// The Brier score, the squared distance of a probability from what happened (1 or 0).
///
/// This is the one-category form, from 0 (best) to 1; `multicategoryScore` adds up all categories, so that it is
/// twice as large for two of them.
///
/// Source: Brier (1950), Monthly Weather Review 78, 1-3.
public enum BrierScore {
  /// The score of one event, (p - o)².
  ///
  /// - Parameters:
  ///   - probability: from 0 to 1.
  ///   - outcome: whether the event happened.
  /// - Returns: from 0 to 1.
  /// - Throws: `notFinite` or `outsideUnitInterval`.
  public static func score(
    probability: Double, outcome: Bool
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireProbability(probability, .probability)
    return square(probability, outcome)
  }

  /// The mean score of several events.
  public static func meanScore(_ forecasts: EventForecasts) -> Double {
    var total = 0.0
    for (probability, outcome) in zip(forecasts.probabilities, forecasts.outcomes) {
      total += square(probability, outcome)
    }
    return total / Double(forecasts.probabilities.count)
  }

  /// The mean score with one probability for all, the base rate, taken as the measure: 1 - BS/BS₀.
  ///
  /// - Returns: 1 at best, 0 for no better than the base rate; nil if all or none of the events happened.
  public static func skill(_ forecasts: EventForecasts) -> Double? {
    let rate = forecasts.baseRate
    let reference = rate * (1 - rate)
    return reference > 0 ? 1 - meanScore(forecasts) / reference : nil
  }

  /// The score over all categories, Σ (pₖ - oₖ)², from 0 to 2.
  ///
  /// - Parameters:
  ///   - forecast: the probabilities of the categories.
  ///   - index: the category that came true, counted from zero.
  /// - Returns: from 0 to 2.
  /// - Throws: `unknownCategory`.
  public static func multicategoryScore(
    _ forecast: CategoryForecast, observed index: Int
  ) throws(ProbabilityError) -> Double {
    try forecast.requireCategory(index)
    var total = 0.0
    for (category, probability) in forecast.probabilities.enumerated() {
      total += square(probability, category == index)
    }
    return total
  }

  private static func square(_ probability: Double, _ outcome: Bool) -> Double {
    let distance = outcome ? 1 - probability : probability
    return distance * distance
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The logarithmic loss of probabilities, minus the logarithm of the one that came true, in nats.
///
/// Edge Cases:
///
/// - An event that was given probability 0 and happened has an infinite loss, which is refused, not clipped.
///
/// Source: Good (1952), JRSS B 14, 107-114.
public enum LogLoss {
  /// The mean loss of several events.
  ///
  /// - Parameter forecasts: probabilities with their outcomes.
  /// - Returns: a number that is not negative.
  /// - Throws: `notRepresentable` with the place of an event that was ruled out or held certain, and went otherwise.
  public static func meanScore(_ forecasts: EventForecasts) throws(ProbabilityError) -> Double {
    var total = 0.0
    for (index, probability) in forecasts.probabilities.enumerated() {
      let loss = forecasts.outcomes[index] ? -log(probability) : -log1p(-probability)
      total += try ProbabilityError.representable(loss, .logLoss, at: index)
    }
    return total / Double(forecasts.probabilities.count)
  }

  /// The loss of a forecast of several categories.
  ///
  /// - Parameters:
  ///   - forecast: the probabilities of the categories.
  ///   - index: the category that came true, counted from zero.
  /// - Returns: a number that is not negative.
  /// - Throws: `unknownCategory`, or `notRepresentable` for a category of probability zero.
  public static func score(
    _ forecast: CategoryForecast, observed index: Int
  ) throws(ProbabilityError) -> Double {
    try forecast.requireCategory(index)
    return try ProbabilityError.representable(
      -log(forecast.probabilities[index]), .logLoss, at: index)
  }
}

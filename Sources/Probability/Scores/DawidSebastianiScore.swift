#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The Dawid-Sebastiani score, ((y - μ)/σ)² + 2 log σ: what only the first two moments of a forecast earn.
///
/// Source: Dawid & Sebastiani (1999), Annals of Statistics 27, 65-81.
public enum DawidSebastianiScore {
  /// The score of a forecast that has a mean and a variance.
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened.
  /// - Returns: a finite number; smaller is better.
  /// - Throws: `notFinite`, `undefined` for a missing moment, or `notRepresentable`.
  public static func score(
    _ forecast: some ContinuousDistribution, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    guard let mean = forecast.expectedValue else { throw .undefined(.mean) }
    guard let variance = forecast.variance else { throw .undefined(.variance) }
    let deviation = observation - mean
    let score = deviation * deviation / variance + log(variance)
    return try ProbabilityError.representable(score, .dawidSebastianiScore)
  }
}

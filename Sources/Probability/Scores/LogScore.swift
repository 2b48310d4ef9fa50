/// The logarithmic score, -log f(y): the ignorance of a density forecast, in nats; smaller is better.
///
/// Source: Good (1952), JRSS B 14, 107-114; Gneiting & Raftery (2007), JASA 102, 359-378.
public enum LogScore {
  /// The score of a forecast with a density.
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened.
  /// - Returns: a finite number, negative where the density exceeds one.
  /// - Throws: `notFinite`, or `notRepresentable` for an observation that the forecast ruled out.
  public static func score(
    _ forecast: some ContinuousDistribution, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    return try ProbabilityError.representable(-forecast.logDensity(at: observation), .logScore)
  }
}

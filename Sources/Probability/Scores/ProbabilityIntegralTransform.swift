/// The probability integral transform F(y): uniform between 0 and 1 over many forecasts that are calibrated.
///
/// Source: Dawid (1984), JRSS A 147, 278-292; Czado, Gneiting & Held (2009), Biometrics 65, 1254-1261, for the steps
/// of an ensemble.
public enum ProbabilityIntegralTransform {
  /// The value of a continuous forecast.
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened.
  /// - Returns: from 0 to 1.
  /// - Throws: `notFinite`.
  public static func value(
    _ forecast: some ContinuousDistribution, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    return forecast.cumulative(at: observation)
  }

  /// The step of an ensemble's empirical distribution at the observation, F(y-) to F(y).
  ///
  /// Where no member equals the observation the range is one number; where some do, a histogram spreads it evenly.
  ///
  /// - Parameters:
  ///   - members: the draws, at least one.
  ///   - observation: what happened.
  /// - Returns: bounds from 0 to 1.
  /// - Throws: `notFinite` or `tooFew`.
  public static func range(
    ensemble members: [Double], observation: Double
  ) throws(ProbabilityError) -> ClosedRange<Double> {
    try ProbabilityError.requireFinite(observation, .observation)
    try ProbabilityError.requireCount(of: members, .members, atLeast: 1)
    var below = 0
    var equal = 0
    for (index, member) in members.enumerated() {
      try ProbabilityError.requireFinite(member, .members, at: index)
      if member < observation { below += 1 } else if member == observation { equal += 1 }
    }
    let count = Double(members.count)
    return Double(below) / count...Double(below + equal) / count
  }
}

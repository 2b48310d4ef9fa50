public import Probability
internal import Series

extension Marginal {
  /// The continuous ranked probability score of what happened.
  ///
  /// The closed form for a normal or Student t on the scale of the series, the energy form for draws; otherwise,
  /// after a transform or at a bound, twice the mean pinball loss of 199 even quantiles, which is the score's own
  /// integral by the midpoint rule.
  ///
  /// - Parameter observation: what happened.
  /// - Returns: the score in the unit of the series; the absolute error of a certain forecast.
  /// - Throws: `ProbabilityError` when the score is not a finite number.
  public func continuousRankedProbabilityScore(_ observation: Double) throws(ProbabilityError) -> Double {
    let (location, scale) = shape.locationAndScale
    if scale == 0 { return (observation - median).magnitude }
    if transform == .none, location - 8 * scale > bounds.lower, location + 8 * scale < bounds.upper {
      switch shape {
      case .normal:
        return try ContinuousRankedProbabilityScore.score(
          try Normal(mean: location, standardDeviation: scale), observation: observation)
      case .studentT(let df, _, _) where df > 1:
        return try ContinuousRankedProbabilityScore.score(
          try StudentT(degreesOfFreedom: df, location: location, scale: scale), observation: observation)
      case .studentT, .draws, .curve: break
      }
    }
    let count = 199
    var quantiles: [Double] = []
    var levels: [Double] = []
    for index in 0..<count {
      let level = (Double(index) + 0.5) / Double(count)
      levels.append(level)
      quantiles.append(try quantile(level))
    }
    return try ContinuousRankedProbabilityScore.score(
      quantiles: quantiles, levels: levels, observation: observation)
  }

  /// The central interval: half of what the level leaves lies on either side.
  ///
  /// - Parameter level: its level.
  /// - Returns: its ends.
  /// - Throws: `ProbabilityError.notRepresentable` where an end exceeds the largest number, as far out in the tail
  ///   of a logarithm.
  public func interval(_ level: Level) throws(ProbabilityError) -> (lower: Double, upper: Double) {
    (try quantile(level.lowerTail), try quantile(level.upperTail))
  }
}

import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a predictive distribution of a step did against what happened.
public struct StepScore: Sendable, Equatable {
  /// The quantiles of the amount at 5, 10, 25, 50, 75, 90 and 95 %.
  public let quantiles: [Double]
  /// The mean of the amount.
  public let mean: Double
  /// The continuous ranked probability score of y = ln(S/L).
  public let score: Double
  /// The same of the amount, in its unit.
  public let amountScore: Double
  /// The weighted interval score of y, with the central intervals of 50, 80 and 90 %.
  public let weightedIntervalScore: Double
  /// The probability that the forecast gave to at most what happened.
  public let probabilityIntegralTransform: Double
  /// Whether the central intervals of 50, 80 and 90 % held it.
  public let hits: [Bool]
}

extension StepPredictive {
  /// The levels whose quantiles a score keeps.
  public static let levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

  /// The score of the distribution.
  ///
  /// CRPS = integral of (F - 1{x >= y})^2, by Gauss-Legendre with eight points in each of eleven panels whose ends are
  /// quantiles and what happened; for amounts the same with L e^x dx. The mean amount is
  /// L (e^-b + integral of (1 - F) e^x), b the bound.
  ///
  /// - Parameters:
  ///   - base: L, the amount of the year before.
  ///   - actual: S, what was settled.
  /// - Returns: the scores.
  /// - Throws: ``NegotiationError`` for amounts that are not positive.
  public func score(base: Double, actual: Double) throws(NegotiationError) -> StepScore {
    guard base > 0, base.isFinite else { throw .amountNotPositive(what: "base", value: base) }
    guard actual > 0, actual.isFinite else { throw .amountNotPositive(what: "settlement", value: actual) }
    let step = log(actual / base)
    var steps: [Double] = []
    for level in Self.levels { steps.append(try quantile(level)) }
    let ends = [try quantile(0.001), try quantile(0.01), try quantile(0.99), try quantile(0.999)]
    let inside = min(max(step, -bound), bound)
    let panels = ([-bound, bound, inside] + steps + ends).sorted()
    var (score, amountScore, mean) = (0.0, 0.0, exp(-bound))
    for (lower, upper) in zip(panels, panels.dropFirst()) where upper > lower {
      for (node, weight) in zip(Self.nodes, Self.weights) {
        let x = lower + node * (upper - lower)
        let cumulative = cumulative(at: x)
        let distance = x < inside ? cumulative : 1 - cumulative
        let share = weight * (upper - lower)
        score += share * distance * distance
        amountScore += share * distance * distance * exp(x)
        mean += share * (1 - cumulative) * exp(x)
      }
    }
    // Beyond the bound the distribution has nothing: the score grows by the whole distance.
    score += (step - inside).magnitude
    amountScore += (exp(step) - exp(inside)).magnitude
    return StepScore(
      quantiles: steps.map { base * exp($0) }, mean: base * mean, score: score,
      amountScore: base * amountScore, weightedIntervalScore: try intervalScore(steps, step),
      probabilityIntegralTransform: cumulative(at: step),
      hits: [2, 1, 0].map { steps[$0] <= step && step <= steps[steps.count - 1 - $0] })
  }

  private func intervalScore(_ steps: [Double], _ step: Double) throws(NegotiationError) -> Double {
    do {
      var intervals: [PredictionInterval] = []
      for (place, level) in [(2, 0.5), (1, 0.8), (0, 0.9)] {
        intervals.append(
          try PredictionInterval(lower: steps[place], upper: steps[steps.count - 1 - place], level: level))
      }
      return try WeightedIntervalScore.score(median: steps[3], intervals: intervals, observation: step)
    } catch { throw .noConvergence(fit: SettlementModel.fitName, reason: "\(error)") }
  }

  /// Gauss-Legendre nodes on the unit interval (Abramowitz & Stegun, table 25.4, n = 8).
  private static let nodes = halfNodes.map { 0.5 - 0.5 * $0 } + halfNodes.map { 0.5 + 0.5 * $0 }
  private static let weights = halfWeights.map { 0.5 * $0 } + halfWeights.map { 0.5 * $0 }
  private static let halfNodes = [
    0.183434642495650, 0.525532409916329, 0.796666477413627, 0.960289856497536,
  ]
  private static let halfWeights = [
    0.362683783378362, 0.313706645877887, 0.222381034453374, 0.101228536290376,
  ]
}

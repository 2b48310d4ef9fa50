import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The forecasts without a model of negotiation that the model has to beat.
public enum ReplayBaseline: String, Sendable, Hashable, CaseIterable {
  /// The amount of the year before: a point.
  case noChange = "no-change"
  /// No change with the spread of past steps: t with n degrees of freedom and scale sqrt(mean y^2), all allies.
  case noChangeSpread = "no-change-spread"
  /// The mean past step with its spread: t with n - 1 degrees of freedom about mean y, scale s sqrt(1 + 1/n), all allies.
  case drift
  /// The trend forecast of the series of amounts, cut at the date.
  case trend
  /// Half way between the amount of the year before and the ask: a point, where an ask was public.
  case midpoint
  /// The host's offer: a point, where one was public.
  case offer
}

/// The score of a baseline.
public struct BaselineScore: Sendable, Equatable {
  /// The continuous ranked probability score of y = ln(S/L); of a point its absolute error.
  public let score: Double
  /// The same of the amount, in its unit.
  public let amountScore: Double
}

/// A baseline as equally weighted steps: one for a point, the quantiles at (i + 1/2)/n for a distribution.
struct BaselineForecast {
  /// As many as leave a score within 1e-5 of itself: the error of a mid-quantile sum falls with 1/n^2.
  static let count = 400

  let steps: [Double]

  init(point: Double) { steps = [point] }

  /// A distribution with its tails bounded as the model's are.
  init(_ distribution: StudentT, bound: Double) throws(ProbabilityError) {
    var steps: [Double] = []
    for i in 0..<Self.count {
      let step = try distribution.quantile((Double(i) + 0.5) / Double(Self.count))
      steps.append(min(max(step, -bound), bound))
    }
    self.steps = steps
  }

  /// Equally weighted amounts; what is not positive lies at the bound.
  init(amounts: [Double], base: Double, bound: Double) {
    steps = amounts.map { $0 > 0 ? min(max(log($0 / base), -bound), bound) : -bound }
  }

  func score(base: Double, actual: Double) throws(ProbabilityError) -> BaselineScore {
    BaselineScore(
      score: try ContinuousRankedProbabilityScore.score(ensemble: steps, observation: log(actual / base)),
      amountScore: try ContinuousRankedProbabilityScore.score(
        ensemble: steps.map { base * exp($0) }, observation: actual))
  }
}

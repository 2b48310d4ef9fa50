import Series

public struct TimingPrior: Sendable {
  public struct Coefficient: Sendable { public var mean, standardDeviation: Double }
  public var base = Coefficient(mean: -2, standardDeviation: 0.5)
  public var budgetMonth = Coefficient(mean: 2.6, standardDeviation: 0.6)
  public var lastMonths = Coefficient(mean: 0.8, standardDeviation: 0.5)
  public var demanding = Coefficient(mean: -1.2, standardDeviation: 0.6)
  public var gap = Coefficient(mean: -0.3, standardDeviation: 0.3)
}
public struct TimingPosterior: Sendable {
  public var draws: [TimingDraw]; public var coefficients: [CoefficientSummary] = []
}
struct TimingModel {
  let prior: TimingPrior
  init(prior: TimingPrior) throws(NegotiationError) { self.prior = prior }
  func fit(_ evidence: Evidence, asOf: PartialDate) throws(NegotiationError) -> TimingPosterior {
    TimingPosterior(draws: [
      TimingDraw(
        base: prior.base.mean, budgetMonth: prior.budgetMonth.mean, lastMonths: prior.lastMonths.mean,
        demanding: prior.demanding.mean, gap: prior.gap.mean)
    ])
  }
}

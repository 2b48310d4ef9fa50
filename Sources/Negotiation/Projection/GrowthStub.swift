public import Series

extension GrowthTerms {
  static func stub() -> GrowthTerms {
    GrowthTerms(mean: 0.01, meanError: 0.005, spread: 0.02, degreesOfFreedom: 10)
  }
}
extension AgreementProjection {
  public init(
    _ scenario: Scenario, _ plan: AgreementPlan, evidence: Evidence, series: AnnualSeries,
    book: AssumptionBook
  ) throws(ProjectionError) {
    try self.init(scenario, plan, evidence: evidence, growth: .stub(), book: book, fits: nil)
  }
}
extension RatioProjection {
  public init(
    _ scenario: Scenario, _ plan: RatioPlan, levels: [Level], panel: [AnnualSeries], book: AssumptionBook
  ) throws(ProjectionError) {
    try self.init(
      scenario, plan, levels: levels,
      speed: RatioKernel.Adjustment(speed: 0.12, speedError: 0.03, spread: 0.15), book: book)
  }
}

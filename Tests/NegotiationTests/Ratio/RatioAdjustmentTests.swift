import Negotiation
import Series
import Testing

@Suite struct RatioAdjustmentTests {
  private func series(_ values: [Double?], from year: Int = 2014) throws -> AnnualSeries {
    try AnnualSeries(identifier: "x", firstYear: year, values: values)
  }

  @Test func findsTheSpeedThatMadeThePanel() throws {
    // A quarter of the distance to 2 each year, without noise.
    var values = [1.0]
    for _ in 0..<20 { values.append((values.last ?? 0) + 0.25 * (2 - (values.last ?? 0))) }
    let panel = [try series(values), try series(values.map { 0.5 * $0 + 1 })]
    let vague = try ConjugateRegression.Prior.constant(mean: 0, scale: 1e9, shape: 0.01, rate: 1e-12)
    let fit = try RatioAdjustment(panel: panel, goal: 2, years: 2014...2034, prior: vague)
    #expect((fit.allyCount, fit.observationCount, fit.informativeCount) == (2, 40, 40))
    // What a prior with a billionth of the information leaves.
    #expect(abs(fit.speed - 0.25) < 1e-8)
    #expect(fit.effects.commonDeviation < 1e-5 && fit.effects.ownDeviation < 1e-5)
  }

  @Test func passesOverGapsAndOtherYears() throws {
    let panel = [
      try series([1, nil, 1.2, 1.3]), try series([1, 1.1, 1.2], from: 2030),
      try series([2.5, 2.4, 2.6, 2.5]),
    ]
    let fit = try RatioAdjustment(panel: panel, goal: 2, years: 2014...2017)
    #expect((fit.allyCount, fit.observationCount, fit.informativeCount) == (2, 4, 1))
    #expect(fit.effects.yearCount == 3)
  }

  /// Of one year it cannot be told what allies share.
  @Test func refusesAPanelOfOneYear() throws {
    let panel = [try series([1, 1.1]), try series([1, 1.3])]
    #expect(throws: NegotiationError.self) {
      _ = try RatioAdjustment(panel: panel, goal: 2, years: 2014...2024)
    }
  }

  @Test func refusesAPanelWithoutAChange() throws {
    let panel = [try series([1])]
    #expect(throws: NegotiationError.self) {
      _ = try RatioAdjustment(panel: panel, goal: 2, years: 2014...2024)
    }
    #expect(throws: NegotiationError.self) { _ = try RatioAdjustment(panel: [], goal: 2, years: 2014...2024) }
    for goal in [0, -1, 101, Double.nan] {
      #expect(throws: NegotiationError.self) {
        _ = try RatioAdjustment(panel: [try series([1, 2])], goal: goal, years: 2014...2024)
      }
    }
  }
}

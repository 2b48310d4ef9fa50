import Series
import Testing

@testable import Negotiation

@Suite struct RatioProjectionTests {
  private func projection(_ options: [String: AssumedValue] = [:]) throws -> RatioProjection {
    let plan = try RatioPlan(
      allies: ["JPN"], series: "x", definition: "d", askPercent: 3.5, targetYear: 2035)
    let scenario = try SmallScenario().scenario(ratio: plan)
    let panel = try (0..<5).map { place in
      try AnnualSeries(
        identifier: "\(place)", firstYear: 2014, values: [1, 1.1, 1.2, 1.25 + 0.01 * Double(place)])
    }
    return try RatioProjection(
      scenario, plan, levels: [RatioProjection.Level(ally: "JPN", year: 2025, percent: 1.4)],
      adjustment: try RatioAdjustment(panel: panel, goal: 2, years: 2014...2017),
      book: try AssumptionBook(options: options))
  }

  @Test func hasABarForEachAssumption() throws {
    let projection = try projection()
    let path = try #require(projection.paths.first)
    let bars = try projection.tornado(path, seed: .standard, workers: SingleWorker())
    #expect(Set(bars.map(\.key)) == ["ratio.pass_through", "ratio.adjustment"])
    #expect(bars.allSatisfy { $0.measure == "defense_gdp_ratio" && $0.period == "2035" })
    // More is conceded, or closed sooner: the ratio is higher.
    #expect(bars.allSatisfy { $0.medianAtHigh > $0.medianAtLow && $0.median > 1.4 })
    #expect(bars[0].swing >= bars[1].swing)
  }

  @Test func differsOnlyWhereAnAssumptionReachesIt() throws {
    let projection = try projection()
    let other = try self.projection(["ask.markup": try AssumedValue(1)])
    let slower = try self.projection(["ratio.adjustment": try AssumedValue(0.05)])
    #expect(!projection.differs(from: other))
    #expect(projection.differs(from: slower))
  }
}

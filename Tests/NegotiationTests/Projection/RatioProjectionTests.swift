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

  @Test func eachAllyStartsFromItsOwnYear() throws {
    let plan = try RatioPlan(
      allies: ["DEU", "POL"], series: "x-{ally}", definition: "d", askPercent: 5, targetYear: 2035)
    let scenario = try SmallScenario().scenario(ratio: plan)
    let panel = [try AnnualSeries(identifier: "p", firstYear: 2014, values: [1, 1.1, 1.2])]
    let projection = try RatioProjection(
      scenario, plan,
      levels: [
        RatioProjection.Level(ally: "DEU", year: 2023, percent: 1.6),
        RatioProjection.Level(ally: "POL", year: 2025, percent: 4.5, earlier: [2024: 5.5]),
      ], adjustment: try RatioAdjustment(panel: panel, goal: 2, years: 2014...2016),
      book: try AssumptionBook(options: ["ratio.common_deviation": try AssumedValue(0)]))
    let path = try #require(projection.paths.first)
    let found = projection.run(
      path, draws: try Draws(1000), seed: .standard, workers: SingleWorker()
    ).quantities
    func periods(_ measure: String) -> [String] { found.filter { $0.measure == measure }.map(\.period) }
    #expect(periods("defense_gdp_ratio_deu").first == "2024")
    #expect(periods("defense_gdp_ratio_pol").first == "2026")
    #expect(periods("defense_gdp_ratio_deu").last == periods("defense_gdp_ratio_pol").last)
    // What is known of the second ally is counted as it is known: at five per cent in 2024, and below in 2025.
    let count = found.filter { $0.measure == "allies_at_5_percent" }
    #expect(count.prefix(2).map(\.mean) == [1, 0])
    let parts = projection.contributions(path, seed: .standard, workers: SingleWorker())
    #expect(parts.first { $0.measure == "defense_gdp_ratio_pol" }?.period == "2026")
  }

  @Test func hasABarForEachAssumption() throws {
    let projection = try projection()
    let path = try #require(projection.paths.first)
    let bars = try projection.tornado(path, seed: .standard, workers: SingleWorker())
    #expect(Set(bars.map(\.key)) == Set(RatioProjection.keys) && bars.count == 4)
    #expect(bars.allSatisfy { $0.measure == "defense_gdp_ratio" && $0.period == "2035" })
    // More is conceded, or closed sooner: the ratio is higher. How it fluctuates moves no median, but for luck.
    #expect(bars.prefix(2).allSatisfy { $0.medianAtHigh > $0.medianAtLow && $0.median > 1.4 })
    #expect(Set(bars.prefix(2).map(\.key)) == ["ratio.pass_through", "ratio.adjustment"])
    #expect(bars[1].swing > bars[2].swing && bars[2].swing >= bars[3].swing)
    let effects = projection.fitted.effects
    let common = try #require(bars.first { $0.key == "ratio.common_deviation" })
    #expect(common.low == (try effects.commonDeviation(0.1)))
    #expect(common.high == (try effects.commonDeviation(0.9)))
    #expect(common.mark == .estimated(effects.yearCount))
  }

  @Test func theBarOfTheSpeedSpansWhatTheFitLeavesOpen() throws {
    let projection = try projection()
    let path = try #require(projection.paths.first)
    let bars = try projection.tornado(path, seed: .standard, workers: SingleWorker())
    let bar = try #require(bars.first { $0.key == "ratio.adjustment" })
    let fit = projection.fitted
    // The normal's points of 10 and 90 per cent.
    #expect(abs(bar.low - max(0, fit.speed - 1.2815515655446004 * fit.speedError)) < 1e-12)
    #expect(abs(bar.high - (fit.speed + 1.2815515655446004 * fit.speedError)) < 1e-12)
    #expect(bar.mark == .estimated(fit.allyCount))
  }

  @Test func anAssumedSpeedKeepsItsSpread() throws {
    let fixed = try projection(["ratio.adjustment": try AssumedValue(0.1)])
    let spread = try projection(["ratio.adjustment": try AssumedValue(text: "normal(0.1, 0.02)")])
    #expect(spread.differs(from: fixed))
  }

  @Test func theDeviationsCanBeAssumed() throws {
    let fitted = try projection()
    for key in ["ratio.common_deviation", "ratio.own_deviation"] {
      #expect(try projection([key: try AssumedValue(0)]).differs(from: fitted), "\(key)")
    }
    let still = try projection([
      "ratio.common_deviation": try AssumedValue(0), "ratio.own_deviation": try AssumedValue(0),
      "ratio.adjustment": try AssumedValue(0.1), "ratio.pass_through": try AssumedValue(0.5),
    ])
    let path = try #require(still.paths.first)
    let found = still.run(path, draws: try Draws(1000), seed: .standard, workers: SingleWorker()).quantities
    // Goal 1.4 + 0.5 (3.5 - 1.4) = 2.45, a tenth of the way in every draw.
    #expect(found.first?.quantiles.allSatisfy { abs($0 - 1.505) < 1e-12 } == true)
  }

  @Test func differsOnlyWhereAnAssumptionReachesIt() throws {
    let projection = try projection()
    let other = try self.projection(["ask.markup": try AssumedValue(1)])
    let slower = try self.projection(["ratio.adjustment": try AssumedValue(0.05)])
    #expect(!projection.differs(from: other))
    #expect(projection.differs(from: slower))
  }
}

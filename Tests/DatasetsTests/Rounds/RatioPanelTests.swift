import Negotiation
import Series
import Testing

@testable import Datasets

@Suite struct RatioPanelTests {
  let package: DataPackage

  init() throws { package = try RealPackage.open() }

  @Test func holdsTheAlliesOfWales() throws {
    let panel = try package.ratioPanel()
    #expect(panel.count == 30)
    let reached = panel.count { ($0[2024] ?? 0) >= 1.995 }
    // 22 of them and the United States: the 23 that NATO counted.
    #expect(reached == 22)
    #expect(panel.allSatisfy { $0[2014] != nil })
  }

  /// The posterior by the formulas of the conjugate regression, written anew in Python over the same rows.
  @Test func closesATenthOfTheDistanceInAYear() throws {
    let fit = try RatioAdjustment(
      panel: try package.ratioPanel(), goal: 2, years: DataPackage.walesYears)
    #expect((fit.allyCount, fit.observationCount, fit.informativeCount) == (30, 300, 248))
    #expect(abs(fit.speed - 0.09978375960858765) < 1e-12)
    #expect(abs(fit.speedError - 0.021285387887374486) < 1e-12)
    #expect(abs(fit.spread - 0.2511880759300359) < 1e-12)
  }

  @Test func seesOnlyWhatWasPublished() throws {
    let panel = try package.ratioPanel(asOf: try PartialDate("2020-12-31"))
    #expect(panel.allSatisfy { $0.lastYear < 2021 })
    let fit = try RatioAdjustment(panel: panel, goal: 2, years: DataPackage.walesYears)
    #expect(fit.observationCount < 210)
    #expect(try package.ratioPanel(asOf: try PartialDate("1990")).isEmpty)
  }
}

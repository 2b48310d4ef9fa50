import Negotiation
import Series
import Testing

@testable import Datasets

@Suite struct FittedDefaultTests {
  /// What the catalogue counts are the late rounds of the package that were agreed by the date.
  @Test(arguments: ["2006", "2008-12-31", "2016", "2020-12", "2026-11-22"])
  func theCountsAreThoseOfTheRecord(date: String) throws {
    let date = try PartialDate(date)
    let evidence = try RealPackage.open().evidence()
    let counts = EventCounts.stopgapsOfLate(in: evidence, asOf: date, isDemanding: false)
    let catalog = AssumptionCatalog.standard.known(on: date)
    let assumption = try catalog.assumption("stopgap.probability_otherwise")
    #expect(assumption.mark == .estimated(counts.cases))
    #expect(assumption.value.description == "beta(0.5, \(Double(counts.cases) + 0.5))")
  }

  @Test func theStopgapsUnderADemandAreThoseOfTheRecord() throws {
    let evidence = try RealPackage.open().evidence()
    let date = try PartialDate("2026-11-22")
    let counts = EventCounts.stopgapsOfLate(in: evidence, asOf: date, isDemanding: true)
    let assumption = try AssumptionCatalog.standard.assumption("stopgap.probability")
    #expect(assumption.mark == .estimated(counts.cases))
    #expect(abs(assumption.value.mean - counts.probability) < 1e-12)
  }

  /// What stands in for a fit in the catalogue is that fit of the package, rounded: the one a projection makes.
  @Test func theSpeedOfAdjustmentIsTheFitOfThePackage() throws {
    let package = try RealPackage.open()
    let names = package.entries.map(\.identifier).filter {
      $0.hasPrefix("nato-ratio-") && $0 != "nato-ratio-usa"
    }
    let panel = try names.map { try package.series($0).series }
    let fit = try RatioAdjustment(panel: panel, goal: 2, years: 2014...2024)
    let standIn = try AssumptionCatalog.standard.assumption("ratio.adjustment")
    #expect(standIn.isFitted && standIn.mark == .estimated(fit.allyCount))
    // Rounded to a thousandth.
    #expect(abs(standIn.value.mean - fit.speed) <= 0.0005)
    #expect(abs(standIn.low - (fit.speed - 1.2816 * fit.speedError)) <= 0.0005)
    #expect(abs(standIn.high - (fit.speed + 1.2816 * fit.speedError)) <= 0.0005)
    let common = try AssumptionCatalog.standard.assumption("ratio.common_deviation")
    #expect(common.isFitted && common.mark == .estimated(fit.effects.yearCount))
    #expect(abs(common.value.mean - fit.effects.commonDeviation) <= 0.0005)
    #expect(abs(common.low - (try fit.effects.commonDeviation(0.1))) <= 0.0005)
    #expect(abs(common.high - (try fit.effects.commonDeviation(0.9))) <= 0.0005)
    let own = try AssumptionCatalog.standard.assumption("ratio.own_deviation")
    #expect(own.isFitted && own.mark == .estimated(fit.observationCount))
    #expect(abs(own.value.mean - fit.effects.ownDeviation) <= 0.0005)
    #expect(abs(own.low - (try fit.effects.ownDeviation(0.1))) <= 0.0005)
    #expect(abs(own.high - (try fit.effects.ownDeviation(0.9))) <= 0.0005)
  }
}

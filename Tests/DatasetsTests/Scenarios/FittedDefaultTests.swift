import Negotiation
import Testing

@testable import Datasets

@Suite struct FittedDefaultTests {
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
  }
}

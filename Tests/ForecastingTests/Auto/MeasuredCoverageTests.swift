import Series
import Testing

@testable import Forecasting

@Suite struct MeasuredCoverageTests {
  private func record(_ count: Int, gaps: Bool = false) throws -> AutoRecord {
    var values: [Double?] = (0..<count).map { Double($0 * $0 % 11) }
    if gaps { values[2] = nil }
    return AutoRecord(try AnnualSeries(values))
  }

  private func sentences(_ count: Int, _ scope: ForecastScope) throws -> [String] {
    MeasuredCoverage.sentences(try record(count), scope)
  }

  @Test func saysOnlyTheLevelsShown() throws {
    #expect(
      try sentences(20, ForecastScope(years: 3, levels: [.eighty])) == [
        "In backtests up to 6 years ahead on the 181 yearly series of the M1 competition, which had no part in making it, the "
          + "80 % interval held 79 % of what followed.",
        "In backtests up to 5 years ahead on 141 series of this package, the 80 % interval held 80 % of what followed.",
      ])
    #expect(
      try sentences(20, ForecastScope(years: 9, levels: [Level(50), Level(99)])) == [
        "How often it holds what follows was not measured at 50 %, 99 %."
      ])
  }

  @Test func saysHowFarWasMeasured() throws {
    let far = "Beyond 6 years ahead it was not measured."
    #expect(try sentences(20, ForecastScope(years: 7)).last == far)
    #expect(try sentences(20, ForecastScope(years: 6)).contains(far) == false)
  }

  @Test func saysForWhichLengths() throws {
    #expect(try sentences(10, ForecastScope(years: 5)).count == 2)
    #expect(try sentences(9, ForecastScope(years: 5)).count == 1)
  }

  /// The shares of docs/auto.md for M3 records that were cut short; between two lengths those of the shorter one.
  @Test(arguments: [
    (3, 3, ", on which the width at this length was chosen,", "82 %", "93.2 %"),
    (4, 4, ", on which the width at this length was chosen,", "81 %", "94 %"),
    (5, 5, ",", "81 %", "93.8 %"), (6, 5, ",", "81 %", "93.8 %"), (7, 7, ",", "83 %", "95.1 %"),
    (8, 7, ",", "83 %", "95.1 %"),
  ])
  func saysWhatShortRecordsHeld(count: Int, cut: Int, role: String, eighty: String, ninetyFive: String) throws
  {
    #expect(
      try sentences(count, ForecastScope(years: 9)) == [
        "In backtests on the training parts of the 645 yearly series of the M3 competition cut to \(cut) values\(role) "
          + "the 80 % interval held \(eighty) and the 95 % interval held \(ninetyFive) of what followed."
      ])
  }

  @Test func saysNothingOfTransformsAndFilledYears() throws {
    #expect(
      try sentences(20, ForecastScope(years: 5, transform: .logit)) == [
        "How often it holds what follows was not measured under the transform logit."
      ])
    #expect(
      MeasuredCoverage.sentences(try record(9, gaps: true), ForecastScope(years: 5)) == [
        "How often it holds what follows was not measured where missing years are filled."
      ])
  }
}

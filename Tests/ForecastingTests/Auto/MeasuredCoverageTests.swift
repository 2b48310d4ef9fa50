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
        "In backtests up to 6 years ahead on the 645 yearly series of the M3 competition, the 80 % interval held 82.2 % of what "
          + "followed.",
        "In backtests up to 5 years ahead on 107 series of this package, the 80 % interval held 68.7 % of what followed.",
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
    #expect(try sentences(12, ForecastScope(years: 6)).last == "Beyond 5 years ahead it was not measured.")
  }

  @Test func saysForWhichLengths() throws {
    #expect(try sentences(14, ForecastScope(years: 5)).count == 2)
    #expect(try sentences(13, ForecastScope(years: 5)).count == 1)
    #expect(
      try sentences(9, ForecastScope(years: 5)) == [
        "How often it holds what follows was not measured in backtests for 9 values: they begin with 10."
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

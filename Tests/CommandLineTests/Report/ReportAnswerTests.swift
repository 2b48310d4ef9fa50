import Reporting
import Series
import Testing

@testable import BurdenShareCLI

struct ReportAnswerTests {
  private func panel(_ unit: String = "JPY_100M", _ calendar: FiscalCalendar = .japanFiscal) -> FanChart.Panel
  {
    FanChart.Panel(
      name: "Japan's host-nation support", unit: unit, calendar: calendar, model: "auto",
      record: [FanChart.Observation(year: 2025, value: 2274)],
      steps: [
        FanChart.Step(
          year: 2030, median: 2338.9,
          intervals: [FanChart.Interval(level: "80", lower: 2037.1, upper: 2669.1)])
      ])
  }

  @Test func theTrendAndHowFarToTrustIt() {
    let answer = ReportAnswer(
      panel: panel(), coverage: TrendCoverage.Line(series: "japan-hns", count: 180, share: 0.7944),
      scenarios: nil, replay: (hits: 14, count: 14, allies: ["JPN", "KOR"]), unconfirmed: 9)
    #expect(
      answer.sentences == [
        "If its trend goes on, Japan's host-nation support comes to 2,339 hundred million yen in FY2030, with 80% between "
          + "2,037 and 2,669; it was 2,274 in FY2025.",
        "How far to trust it: in the past the 80% interval of the trend held 79% of 180 outcomes of Japan's host-nation "
          + "support and the 90% interval of the negotiation held 14 of 14 rounds of Japan and South Korea; 9 of the values "
          + "used are unconfirmed.",
      ])
  }

  @Test func aRecordTooShortForATestSaysSo() {
    let answer = ReportAnswer(panel: panel(), coverage: nil, scenarios: nil, replay: nil, unconfirmed: 1)
    #expect(
      answer.sentences.last
        == "How far to trust it: the record is too short to hold such forecasts against the past; 1 of the values used is "
        + "unconfirmed.")
  }

  @Test func theDateOfTheReportAndWhatARatioIsAreSaid() throws {
    let answer = ReportAnswer(
      panel: panel(), coverage: nil, scenarios: nil, replay: nil, unconfirmed: 0,
      asOf: try PartialDate("2020-12-15"), definition: "this over that")
    #expect(
      answer.sentences.first?.hasPrefix(
        "As known on 2020-12-15: if its trend goes on, Japan's host-nation support (this over that) comes to 2,339"
      )
        == true)
  }

  @Test func ofRatiosNoRoundIsSaidToBeHeld() {
    let answer = ReportAnswer(
      panel: panel(), coverage: TrendCoverage.Line(series: "japan-hns", count: 180, share: 0.7944),
      scenarios: nil, replay: nil, unconfirmed: 9, isOfRatiosAlone: true)
    #expect(
      answer.sentences.last
        == "How far to trust it: in the past the 80% interval of the trend held 79% of 180 outcomes of Japan's host-nation "
        + "support; no past pledge is replayed here; docs/projections.md tells how forecasts of ratios fared; 9 of the values "
        + "used are unconfirmed.")
  }

  @Test func theAssumptionIsAPlainSentence() {
    let told = ["auto: title.", "All 48 values, 1978-2025, are used.", "Members: four.", "More."]
    let own = TrendPart.trend(of: "Japan's", told)
    #expect(own.statement.hasPrefix("The trend of Japan's goes on") && own.basis == told[1])
    let same = TrendPart.trend(of: "x", ["t", "All 3 values.", "All values used are the same."])
    #expect(same.basis == "All 3 values. All values used are the same.")
    #expect(TrendPart.method.statement.hasPrefix("A trend is the middle of four simple forecasts"))
  }
}

import Foundation
import Reporting
import Testing

struct FanChartTests {
  @Test func theTitleTellsMedianAndNarrowestInterval() throws {
    let chart = try FanChart([SampleTables.fan], Phrases(.english), source: "s").chart
    #expect(
      chart.title
        == "Japan's host-nation support: 2,128 hundred million yen expected for FY2023, with 80% between 1,880 and 2,290"
    )
  }

  @Test func aForecastWithoutIntervalsHasNoBands() throws {
    var panel = SampleTables.fan
    panel.steps = panel.steps.map { FanChart.Step(year: $0.year, median: $0.median, intervals: []) }
    let chart = try FanChart([panel], Phrases(.english), source: "s").chart
    #expect(!String(decoding: chart.encoded(), as: UTF8.self).contains("\"area\""))
    #expect(chart.title.hasSuffix("expected for FY2023"))
  }

  @Test func aValueBeyondNumbersIsLeftOutOfTheDrawing() throws {
    var panel = SampleTables.fan
    panel.steps = [FanChart.Step(year: 2020, median: .infinity, intervals: [])]
    let chart = try FanChart([panel], Phrases(.english), source: "s").chart
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(chart.encoded())) }
  }
}

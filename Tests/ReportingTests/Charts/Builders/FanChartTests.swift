import Foundation
import Reporting
import Testing

struct FanChartTests {
  @Test func theTitleTellsMedianAndNarrowestInterval() throws {
    let chart = try FanChart([SampleTables.fan], Phrases(.english), source: "s").chart
    #expect(
      chart.title
        == "Japan's host-nation support: median 2,128 hundred million yen for FY2023, with 80% between 1,880 and 2,290"
    )
  }

  @Test func aRatioSaysWhatItPutsOverWhat() throws {
    var ratio = SampleTables.fan
    ratio.definition = "budget over product"
    let alone = try FanChart([ratio], Phrases(.english), source: "s").chart
    #expect(alone.subtitle.contains("ratio: budget over product"))
    let beside = try FanChart([ratio, SampleTables.fan], Phrases(.english), source: "s").chart
    #expect(beside.views.map(\.subtitle) == ["ratio: budget over product", nil])
  }

  @Test func aForecastWithoutIntervalsHasNoBands() throws {
    var panel = SampleTables.fan
    panel.steps = panel.steps.map { FanChart.Step(year: $0.year, median: $0.median, intervals: []) }
    let chart = try FanChart([panel], Phrases(.english), source: "s").chart
    #expect(!String(decoding: chart.encoded(), as: UTF8.self).contains("\"area\""))
    #expect(chart.title.hasSuffix("median 2,128 hundred million yen for FY2023"))
  }

  @Test func aValueBeyondNumbersIsLeftOutOfTheDrawing() throws {
    var panel = SampleTables.fan
    panel.steps = [FanChart.Step(year: 2020, median: .infinity, intervals: [])]
    let chart = try FanChart([panel], Phrases(.english), source: "s").chart
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(chart.encoded())) }
  }

  @Test func severalForecastsTellHowFarTheyLeadFromTheRecord() throws {
    var other = SampleTables.fan
    (other.name, other.unit) = ("Korea's contribution", "KRW_100M")
    other.steps = other.steps.map {
      FanChart.Step(year: $0.year, median: $0.median * 1.1, intervals: $0.intervals)
    }
    let chart = try FanChart([SampleTables.fan, other], Phrases(.english), source: "s").chart
    #expect(
      chart.title
        == "Medians of FY2023 against the last value: Japan's host-nation support +2.8%, Korea's contribution +13.1%"
    )
  }

  @Test func severalModelsOfOneSeriesAreComparedInItsUnit() throws {
    var other = SampleTables.fan
    other.model = "drift"
    other.steps = other.steps.map { FanChart.Step(year: $0.year, median: 2_500, intervals: $0.intervals) }
    let chart = try FanChart([SampleTables.fan, other], Phrases(.english), source: "s").chart
    #expect(
      chart.title
        == "Japan's host-nation support in FY2023: medians from 2,128 (auto) to 2,500 hundred million yen (drift)"
    )
  }

  @Test func theLabelOfABreakKeepsOutOfTheRecordsWay() throws {
    var panel = SampleTables.fan
    panel.record = (2000...2019).map { FanChart.Observation(year: $0, value: $0 < 2010 ? 1_000 : 2_000) }
    panel.breaks = [FanChart.Break(year: 2004, label: "low"), FanChart.Break(year: 2015, label: "high")]
    let chart = try FanChart([panel], Phrases(.english), source: "s").chart
    let layers = chart.views[0].layers.filter { $0.mark.kind == .text }
    let top = JSONMember("value", 0)
    let foot = JSONMember("value", 340)
    #expect(layers.map { $0.channels[1].definition } == [[top], [foot]])
    #expect(layers.map { "\($0.rows)".contains("low") } == [true, false])
  }

  private func domains(_ chart: Chart) -> Set<String> {
    let channels = chart.views.flatMap(\.layers).flatMap(\.channels).filter { $0.name == .y }
    return Set(channels.compactMap { $0.definition.first { $0.name == "scale" } }.map { "\($0.value)" })
  }

  @Test func modelsOfOneSeriesShareTheirScale() throws {
    var other = SampleTables.fan
    other.model = "naive"
    other.steps = other.steps.map { step in
      FanChart.Step(
        year: step.year, median: step.median,
        intervals: step.intervals.map {
          FanChart.Interval(level: $0.level, lower: $0.lower - 500, upper: $0.upper + 500)
        })
    }
    let chart = try FanChart([SampleTables.fan, other], Phrases(.english), source: "s").chart
    #expect(domains(chart).count == 1)
    #expect(domains(chart).first?.contains("domain") ?? false)
  }

  @Test func aTitleOfSeveralSaysWhatIsSeen() throws {
    var other = SampleTables.fan
    (other.name, other.unit, other.model) = ("Something else", "percent", "naive")
    let chart = try FanChart([SampleTables.fan, other], Phrases(.english), source: "s").chart
    #expect(chart.title.contains("Something else 2,128 per cent in FY2023"), "\(chart.title)")
  }
}

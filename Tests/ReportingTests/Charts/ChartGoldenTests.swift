import Foundation
import Reporting
import Testing

/// The bytes of every kind of chart: our own output, recorded so that a change is looked at (as a picture) before it is kept.
struct ChartGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Expected")

  /// The charts by the names of their files.
  static func charts() throws -> [(name: String, chart: Chart)] {
    var charts: [(String, Chart)] = []
    for language in ChartLanguage.allCases {
      let phrases = Phrases(language)
      let source = phrases.source("sample 1.0", sources: 3, program: "burdenshare")
      func add(_ name: String, _ chart: Chart) { charts.append(("\(name).\(language.rawValue)", chart)) }
      add("fan", try FanChart([SampleTables.fan], phrases, source: source).chart)
      add("burden", try BurdenChart(estimates: SampleTables.burden, phrases, source: source).chart)
      add("events", try EventChart(events: SampleTables.events, phrases, source: source).chart)
      add(
        "scenarios",
        try ScenarioChart(paths: SampleTables.paths, phrases, source: source).chart)
      let allies = try ScenarioChart(
        paths: SampleTables.allies, records: [SampleTables.allyRecord], pledges: SampleTables.pledges,
        ratios: SampleTables.ratios, phrases, source: source)
      add("allies", allies.chart)
      let swings = try SwingChart(
        swings: SampleTables.swings, scenario: "demanding", measure: "hns_term_mean", period: "FY2027-FY2031",
        phrases,
        source: source)
      add("swings", swings.chart)
      add("tornado", try tornado(phrases, source))
      add("replay", try CalibrationChart(replay: SampleTables.replay, phrases, source: source).chart)
    }
    let english = Phrases(.english)
    let pair = [SampleTables.fan, SampleTables.fan]
    charts.append(("fans.en", try FanChart(pair, english, source: "sample").chart))
    let expected = SampleTables.fan.record.dropFirst().map {
      FanChart.Observation(year: $0.year, value: $0.value + 40)
    }
    let fit = try FitChart(SampleTables.fan, expected: expected, english, source: "sample")
    charts.append(("fit.en", fit.chart))
    return charts
  }

  private static func tornado(_ phrases: Phrases, _ source: String) throws -> Chart {
    try TornadoChart(
      contributions: SampleTables.contributions, scenario: "demanding", measure: "hns_term_mean",
      period: "FY2027-FY2031", phrases, source: source
    ).chart
  }

  @Test func everyChartIsTheSameBytes() throws {
    let isRecording = ProcessInfo.processInfo.environment["BURDENSHARE_RECORD"] == "1"
    let isUnattended = !["", "0", "false", nil].contains(ProcessInfo.processInfo.environment["CI"])
    for (name, chart) in try Self.charts() {
      let file = Self.folder.appendingPathComponent(name + ".vl.json")
      let bytes = Data(chart.encoded())
      guard (try? Data(contentsOf: file)) != bytes else { continue }
      Issue.record("\(name): differs from what was recorded; BURDENSHARE_RECORD=1 records it")
      if isRecording, !isUnattended { try bytes.write(to: file) }
    }
  }

  @Test func noExpectationIsLeftOver() throws {
    let names = Set(try Self.charts().map { $0.name + ".vl.json" })
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == names)
  }

  @Test func everyChartIsJSONWithItsDataInside() throws {
    for (name, chart) in try Self.charts() {
      let text = String(decoding: chart.encoded(), as: UTF8.self)
      #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      #expect(!text.contains("\"url\""), "\(name) refers to a file")
      #expect(text.contains("\"values\""), "\(name) has no data")
      #expect(!chart.title.isEmpty && !chart.source.isEmpty && !chart.alternativeText.isEmpty, "\(name)")
    }
  }
}

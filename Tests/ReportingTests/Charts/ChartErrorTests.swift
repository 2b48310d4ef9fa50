import Reporting
import Testing

struct ChartErrorTests {
  private let phrases = Phrases(.english)

  @Test func aChartOfNothingIsRefused() {
    #expect(throws: ChartError.nothingToShow) { try FanChart([], phrases, source: "") }
    var empty = SampleTables.fan
    empty.steps = []
    #expect(throws: ChartError.nothingToShow) { try FanChart([empty], phrases, source: "") }
    #expect(throws: ChartError.nothingToShow) { try CalibrationChart([], phrases, source: "") }
    #expect(throws: ChartError.nothingToShow) {
      try CalibrationChart([.init(name: "a", transforms: [.nan, 2])], phrases, source: "")
    }
    #expect(throws: ChartError.nothingToShow) {
      try ScenarioChart(paths: Table(columns: SampleTables.paths.columns), phrases, source: "")
    }
    #expect(throws: ChartError.nothingToShow) {
      try FitChart(SampleTables.fan, expected: [], phrases, source: "")
    }
    #expect(throws: ChartError.nothingToShow) { try FitChart.chart([], phrases, source: "") }
  }

  @Test func moreThanCanBeToldApartIsRefused() {
    let panels = [FanChart.Panel](repeating: SampleTables.fan, count: 13)
    #expect(throws: ChartError.tooMany("forecasts", found: 13, limit: 12)) {
      try FanChart(panels, phrases, source: "")
    }
    let samples = (0..<8).map { CalibrationChart.Sample(name: "m\($0)", transforms: [0.5]) }
    #expect(throws: ChartError.tooMany("models", found: 8, limit: 7)) {
      try CalibrationChart(samples, phrases, source: "")
    }
  }

  @Test func aTableWithoutAColumnIsRefused() {
    let table = Table(columns: ["scenario"])
    #expect(throws: ChartError.missingColumn("round_id")) {
      try EventChart(events: table, phrases, source: "")
    }
    #expect(throws: ChartError.missingColumn("measure")) {
      try ScenarioChart(paths: table, phrases, source: "")
    }
    #expect(throws: ChartError.missingColumn("ally")) {
      try BurdenChart(estimates: table, phrases, source: "")
    }
    #expect(throws: ChartError.missingColumn("pit")) {
      try CalibrationChart(replay: table, phrases, source: "")
    }
    #expect(throws: ChartError.missingColumn("measure")) {
      try TornadoChart(
        contributions: table, scenario: "", measure: "", period: "", phrases, source: "")
    }
    #expect(throws: ChartError.missingColumn("measure")) {
      try SwingChart(swings: table, scenario: "", measure: "", period: "", phrases, source: "")
    }
  }

  @Test func everyErrorSaysWhatIsWrong() {
    #expect(ChartError.nothingToShow.description == "there is nothing to draw")
    #expect(
      ChartError.tooMany("forecasts", found: 13, limit: 12).description
        == "a chart shows at most 12 forecasts, and there are 13")
    #expect(ChartError.missingColumn("pit").description == "the table has no column 'pit'")
  }
}

import Testing

@testable import Reporting

struct CalibrationChartTests {
  @Test func anIntervalHoldsWhatLiesBetweenItsTails() {
    let transforms = [0.05, 0.1, 0.5, 0.9, 0.95]
    #expect(CalibrationChart.share(transforms, within: 0) == 0.2)
    // The ends belong to the interval; 0.1 and 0.9 are the ends of the 80 % one but for rounding.
    #expect(CalibrationChart.share(transforms, within: 0.8000001) == 0.6)
    #expect(CalibrationChart.share(transforms, within: 1) == 1)
    #expect(CalibrationChart.share([], within: 0.5) == 0)
  }

  @Test func theTitleTellsHowOftenTheIntervalHeld() throws {
    let sample = CalibrationChart.Sample(name: "auto", transforms: [0.5, 0.5, 0.5, 0.99])
    let chart = try CalibrationChart([sample], Phrases(.english), source: "s").chart
    #expect(chart.title == "The 80% interval of auto held 75% of what happened")
  }

  @Test func whatWasForecastIsNamed() throws {
    let sample = CalibrationChart.Sample(name: "auto", transforms: [0.5])
    let chart = try CalibrationChart([sample], of: ["Support"], Phrases(.english), source: "s").chart
    #expect(chart.subtitle.hasPrefix("Support; "))
    let many = try CalibrationChart([sample], of: ["a", "b", "c", "d"], Phrases(.english), source: "s").chart
    #expect(many.subtitle.hasPrefix("4 series; "))
    let table = Table(columns: ["round_id", "pit"], rows: [[.text("R"), .number(0.5)]])
    let replay = try CalibrationChart(replay: table, Phrases(.english), source: "s").chart
    #expect(replay.title == "The 80% interval of the replay of past rounds held 100% of what happened")
  }

  @Test func histogramsShareTheirScale() throws {
    let samples = [
      CalibrationChart.Sample(name: "a", transforms: [0.1, 0.3, 0.5, 0.7]),
      CalibrationChart.Sample(name: "b", transforms: [0.1, 0.1, 0.1, 0.7]),
    ]
    let chart = try CalibrationChart(samples, Phrases(.english), source: "s").chart
    let scales = chart.views.dropFirst().map { view in
      view.layers.flatMap(\.channels).first { $0.name == .y }?.definition.first { $0.name == "scale" }
        .map { "\($0.value)" }
    }
    #expect(scales.count == 2 && scales[0] != nil && scales[0] == scales[1])
  }
}

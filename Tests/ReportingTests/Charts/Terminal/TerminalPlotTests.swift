import Testing

@testable import Reporting

struct TerminalPlotTests {
  private func plot(_ points: [(Double, Double)], width: Int = 40, height: Int = 5) throws -> TerminalPlot {
    let line = TerminalPlot.Line(
      name: "line", points: points.map { TerminalPlot.Point($0.0, $0.1) }, look: .full)
    return try TerminalPlot(title: "title", lines: [line], width: width, height: height) {
      NumberText.grouped($0)
    }
  }

  @Test func aRisingLineGoesUp() throws {
    let text = try plot([(0, 0), (10, 5)]).text(.ascii)
    let expected = """
      title
        5 |                              *****
          |                      ********
          |             *********
          |     ********
        0 |*****
           0                                10
           * line

      """
    #expect(text == expected)
  }

  @Test func asciiIsASCIIAndBrailleIsNot() throws {
    let plot = try plot([(0, 0), (5, 3), (10, 5)])
    let text = plot.text(.ascii)
    #expect(text.utf8.count == text.count)
    #expect(plot.text(.braille).unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
  }

  @Test func noLineIsLongerThanTheWidth() throws {
    for width in [0, 40, 72, 10_000] {
      let text = try plot([(0, -1e6), (5, 12_345.678), (10, 1e6)], width: width).text(.braille)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= min(max(width, 40), 500) })
    }
  }

  @Test(arguments: [
    [(0.0, 1.0)], [(0, 1), (1, 1)], [(0, -1.7e308), (1, 1.7e308)], [(0, 0), (1e-300, 1e-300)],
  ])
  func extremesAreDrawn(_ points: [(Double, Double)]) throws {
    let plot = try plot(points)
    #expect(plot.text(.ascii).count > 50)
    #expect(plot.text(.braille).count > 50)
  }

  @Test func nothingIsRefused() {
    #expect(throws: ChartError.nothingToShow) { try plot([]) }
    #expect(throws: ChartError.nothingToShow) { try plot([(.nan, 1), (1, .infinity)]) }
  }

  @Test func aFanShowsRecordMedianAndTwoIntervals() throws {
    let text = try TerminalPlot(SampleTables.fan, Phrases(.english), width: 72).text(.ascii)
    #expect(text.hasSuffix("* observed   o median forecast   : 80% interval   . 95% interval\n"))
    #expect(text.contains("FY2000"))
    #expect(text.contains("FY2023"))
  }

  @Test func aCalibrationPlotNamesTheReplayInWords() throws {
    let sample = CalibrationChart.Sample(name: "replay", transforms: [0.2, 0.6])
    let text = try TerminalPlot(calibration: [sample], Phrases(.english), width: 72).text(.ascii)
    #expect(text.contains("the replay of past rounds"))
  }

  @Test func titleAndLegendKeepToANarrowTerminal() throws {
    for language in ChartLanguage.allCases {
      var panel = SampleTables.fan
      panel.name = Phrases(language).series("japan-hns", title: "")
      let text = try TerminalPlot(panel, Phrases(language), width: 40).text(.braille)
      for line in text.split(separator: "\n") {
        #expect(TextWidth.of(String(line)) <= 40, "\(line)")
      }
      #expect(text.contains(Phrases(language).interval("95")))
    }
  }

  @Test func asciiHasNoOtherCharacterWhateverTheName() throws {
    var panel = SampleTables.fan
    panel.name = "在日米軍"
    let text = try TerminalPlot(panel, Phrases(.english), width: 72).text(.ascii)
    #expect(text.utf8.count == text.count)
    #expect(text.hasPrefix("????, hundred million yen, auto\n"))
  }
}

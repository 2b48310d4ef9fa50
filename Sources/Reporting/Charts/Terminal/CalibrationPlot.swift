extension TerminalPlot {
  /// A calibration plot drawn with characters: the last sample against the diagonal.
  ///
  /// - Parameters:
  ///   - samples: one for each model; the last is drawn.
  ///   - phrases: the words of the legend.
  ///   - width: characters across.
  /// - Throws: ``ChartError/nothingToShow`` without a forecast.
  public init(
    calibration samples: [CalibrationChart.Sample], _ phrases: Phrases, width: Int
  ) throws(ChartError) {
    guard let sample = samples.last, !sample.transforms.isEmpty else { throw .nothingToShow }
    let held = (0...20).map { step in
      Point(
        Double(5 * step), 100 * CalibrationChart.share(sample.transforms, within: Double(step) / 20))
    }
    try self.init(
      title: phrases.calibration,
      lines: [
        Line(name: phrases.sample(sample.name), points: held, look: .full),
        Line(name: phrases.calibrated, points: [Point(0, 0), Point(100, 100)], look: .sparse),
      ], width: width
    ) { NumberText.grouped($0) }
  }
}

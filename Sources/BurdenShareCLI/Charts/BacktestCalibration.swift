import Forecasting
import Reporting

/// Where the outcomes of a backtest fell in their forecasts, collected for a chart.
struct BacktestCalibration {
  private let drawing: ChartOutput
  private let charted: ChartedSeries?
  private var names: [String] = []
  private var series: [String] = []
  private var transforms: [String: [Double]] = [:]

  /// Nothing yet.
  ///
  /// - Parameters:
  ///   - options: what is drawn.
  ///   - input: where the series come from.
  ///   - table: the file of the table.
  /// - Throws: ``CommandFailure`` as ``ChartOutput`` does.
  init(_ options: ChartOptions, input: InputOptions, table: String?) throws {
    drawing = try ChartOutput(options, table: table)
    charted = options.isAsked ? try ChartedSeries(input, drawing.phrases) : nil
  }

  /// Takes in the forecasts of one series.
  ///
  /// - Parameter result: of the backtest.
  mutating func add(_ result: BacktestResult) {
    guard let charted else { return }
    if !result.forecasts.isEmpty { series.append(charted.name(of: result.series)) }
    for (model, scored) in result.forecasts {
      if transforms[model] == nil { names.append(model) }
      transforms[model, default: []] += scored.map(\.probabilityIntegralTransform)
    }
  }

  /// Draws what was collected.
  ///
  /// - Throws: ``CommandFailure`` or `ChartError`.
  func finish() throws {
    guard let charted, !names.isEmpty else { return }
    let samples = names.map { CalibrationChart.Sample(name: $0, transforms: transforms[$0] ?? []) }
    if drawing.wantsFile {
      let chart = try CalibrationChart(samples, of: series, drawing.phrases, source: charted.source).chart
      try drawing.write(chart)
    }
    try drawing.plot { try TerminalPlot(calibration: samples, $0, width: $1) }
  }
}

import ArgumentParser
import Datasets
import Forecasting
import Reporting
import Series

/// What `fit` prints.
enum FitTable: String, ExpressibleByArgument, CaseIterable {
  /// Estimates with standard errors and 95 % intervals.
  case parameters
  /// Tests of the residuals and of the series.
  case diagnostics
  /// Breaks beside dated events.
  case breaks

  /// The names of the columns.
  var columns: [String] {
    switch self {
    case .parameters:
      ["series_id", "model", "parameter", "estimate", "std_error", "lower_95", "upper_95"]
    case .diagnostics: ["series_id", "model", "test", "statistic", "df", "p_value"]
    case .breaks: BreakReport.columns
    }
  }
}

/// `burdenshare fit`.
struct FitCommand: ChartingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Print a model's estimates, tests of what it leaves unexplained, or structural breaks.",
    discussion: """
      Estimates are on the scale of the model. The rows p, d, q of arima and multiplicative errors, trend, \
      multiplicative trend, damped of ets (one for yes) say which order or form was fitted. A cell is empty where no \
      standard error is defined: a weight at the end of its range, a variance, a robust line; \
      the estimate too where it has no end (theta). What is below rounding is zero, and a fit whose errors are all rounding \
      has no likelihood.

      Of the diagnostics, ljung-box, jarque-bera and breusch-pagan (does the variance change with time) test the \
      residuals of the model; kpss, augmented-dickey-fuller and phillips-perron (does the series wander), cusum, chow \
      and sup-f (does one straight line hold) test the series itself. df is the lag where the p-value comes from a table, \
      within 0.01 to 0.10 (kpss) or 0.01 to 0.99, and the first of two for chow. What each test says stands in one \
      sentence on standard error.

      Breaks are those of --model piecewise: the first year of each new regime (joined lines: the year in which they \
      meet) with 95 % limits, the changes of level and slope with their standard errors, and the nearest agreement or \
      demand (agreement_...) and pledge or change of posture (event_...) of the economy in the data package. \
      agreement_years and event_years count from the beginning of that year to the month of the date, in whole months: below zero \
      it came first; beyond \(BreakReport.farthest) years none is named. A limit is \
      empty where the record does not tell it, and where the break is given.

      EXAMPLES:
        burdenshare fit japan-hns --model linear
        burdenshare fit japan-hns korea-sma --model holt --table diagnostics
        burdenshare fit japan-hns korea-sma --table breaks
        burdenshare fit japan-hns --model piecewise --breaks '1991:base pay,2008'
        burdenshare fit japan-hns --model linear --chart linear.vl.json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var drivers: DriverOptions

  @Option(help: "What is printed: parameters, diagnostics or breaks.")
  var table: FitTable = .parameters

  @OptionGroup var charts: ChartOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if table == .breaks, models.model.contains(where: { $0 != Piecewise.identifier.name }) {
      throw ValidationError("--table breaks goes with --model piecewise alone")
    }
  }

  var randomSeed: UInt64? { drivers.randomSeed(models) }

  func run() throws {
    let (table, isQuiet) = (table, output.quiet)
    var models = models
    // The table is that of one model, which need not be named.
    if table == .breaks, models.model.isEmpty { models.model = [Piecewise.identifier.name] }
    let breaks = table == .breaks ? try BreakReport(input) : nil
    let named = try models.models()
    let plan = try drivers.plan(named, input, horizon: 0, hasTransform: models.transform != nil)
    let drawing = try ChartOutput(charts, table: output.file)
    let charted = charts.isAsked ? try ChartedSeries(input, drawing.phrases) : nil
    try SeriesRun(input: input, output: output, threads: threads.count).run(
      columns: table.columns, models: named
    ) { model, series, outcome in
      let (variants, notes) = try plan.resolve(model, for: series)
      let model = variants[0].model
      if !isQuiet { outcome.tell(notes.map { "note: \($0)" }) }
      let fit = try model.fit(series)
      switch table {
      case .parameters:
        outcome.rows += SystemText.settled(try EstimateReport.rows(fit, label: model.label), fit)
        if !isQuiet { outcome.tell(EstimateReport.notes(fit, label: model.label)) }
      case .diagnostics:
        let report = DiagnosticReport(fit, label: model.label)
        outcome.rows += SystemText.settled(report.rows, fit)
        if !isQuiet { outcome.tell(report.notes) }
      case .breaks:
        guard let report = breaks?.report(fit, label: model.label) else { return }
        outcome.rows += report.rows
        if !isQuiet { outcome.tell(report.notes) }
      }
      if let charted {
        outcome.panels.append(try charted.panel(fit))
        outcome.expectations.append(ChartedSeries.expectations(fit))
      }
    } finish: { panels, expectations in
      let source = charted?.source ?? ""
      let fits = try zip(panels, expectations).map {
        try FitChart($0, expected: $1, drawing.phrases, source: source)
      }
      try drawing.write(try FitChart.chart(fits, drawing.phrases, source: source))
      for (panel, expected) in zip(panels, expectations) {
        try drawing.plot { try TerminalPlot(panel, expected: expected, $0, width: $1) }
      }
    }
  }
}

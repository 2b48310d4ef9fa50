import ArgumentParser
import Forecasting
import Reporting
import Series

/// What `backtest` prints.
enum BacktestTable: String, ExpressibleByArgument, CaseIterable {
  /// A row for each series, model and horizon.
  case scores
  /// A row for each model over all series.
  case summary
}

/// `burdenshare backtest`.
struct BacktestCommand: ChartingCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast the past from rolling origins and score it.",
    discussion: """
      From each origin a model sees the record up to that year, forecasts the next ones, and is scored against what \
      happened. naive and drift always run beside the models named. Skill is one minus the mean of the ratios of \
      MASE and WIS to the baseline's: above zero is better than the baseline. dm is the two-sided Diebold-Mariano \
      p-value on absolute errors with the small-sample correction. A row without a horizon holds all of them.

      A model that cannot be fitted at one origin has no scores for that series.

      The summary has a row for each model over the series on which every model and both baselines have scores; the \
      others are named on standard error, and the status is 65. mase and wis_scaled are means over the series, each \
      weighing the same, of errors divided by the mean absolute yearly change before each origin. One series that hardly \
      moved and then jumped can outweigh all others there and in the skills; mase_median and wis_scaled_median are the \
      middle ones over the series.

      EXAMPLES:
        burdenshare backtest japan-hns --model damped
        burdenshare backtest japan-hns korea-sma --horizon 3 --table summary
        burdenshare backtest --input series.csv --initial 8 --window 20
        burdenshare backtest korea-sma japan-hns --chart calibration.vl.json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var drivers: DriverOptions
  @OptionGroup var reconciliation: ReconcileOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many years are forecast from each origin.", valueName: "years"))
  var horizon = 5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Values before the first origin, that one included.", valueName: "count"))
  var initial = 10

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Years from one origin to the next.", valueName: "years"))
  var step = 1

  @Option(
    help: ArgumentHelp("Models see only so many of the last years. Default: all of them.", valueName: "years")
  )
  var window: Int?

  @Option(help: "What is printed: scores (by series and horizon) or summary (by model).")
  var table: BacktestTable = .scores

  @OptionGroup var intervals: IntervalOptions
  @OptionGroup var charts: ChartOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  var randomSeed: UInt64? { drivers.randomSeed(models) }

  func run() throws {
    let plan = try BacktestPlan(
      initial: initial, horizon: try Horizon(horizon), step: step, window: window)
    let named = try intervals.applied(to: try models.models())
    let models = withBaselines(named)
    if let method = reconciliation.reconcile {
      return try ReconciledRun(input: input, output: self.output, options: reconciliation, method: method)
        .backtest(named, plan, table)
    }
    let drivers = try drivers.plan(
      named, input, horizon: horizon, hasTransform: self.models.transform != nil, isBacktest: true)
    let report = BacktestReport(
      models: models, unnamed: Set(models.map(\.label)).subtracting(named.map(\.label)), plan: plan,
      drivers: drivers)
    var calibration = try BacktestCalibration(charts, input: input, table: self.output.file)
    var output = try TableOutput(columns: report.columns(table), self.output)
    var failures = FailureLog()
    var summary = BacktestSummary(models: models.map(\.label))
    try failures.telling { failures in
      try input.forEachBatch(self.output) { batch in
        for result in WorkerPool.map(batch, threads: threads.count, { report.run($0) }) {
          result.inputNotes.forEach { failures.note($0) }
          result.failures.forEach { failures.add($0) }
          calibration.add(result)
          switch table {
          case .scores:
            if !self.output.quiet { result.notes.forEach { failures.note("note: \($0)") } }
            try output.append(report.rows(result))
            if output.hasRows { failures.tellWaiting() }
          case .summary: if let failure = summary.add(result) { failures.add(failure) }
          }
        }
      }
    }
    if table == .summary {
      try output.append(summary.rows)
      if let warning = summary.warning { self.output.note(warning) }
    }
    try calibration.finish()
    try failures.finish(&output)
  }

  /// The models to run: the baselines first, then those named.
  private func withBaselines(_ named: [TransformedModel]) -> [TransformedModel] {
    let baselines = [TransformedModel(Naive()), TransformedModel(Drift())]
    return baselines + named.filter { model in !baselines.contains { $0.label == model.label } }
  }
}

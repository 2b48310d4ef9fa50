import ArgumentParser
import Forecasting
import Reporting
import Series

/// `burdenshare forecast`.
struct ForecastCommand: ChartingCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast one series, several, or a whole file of series.",
    discussion: """
      Prints a row for each future year: the mean, the median and a central prediction interval for each level. \
      A series that cannot be forecast is told on standard error, the rest go on, and the status is 65.

      EXAMPLES:
        burdenshare forecast japan-hns --horizon 5
        burdenshare forecast japan-hns --model drift --model holt --level 50,80,95
        burdenshare forecast japan-hns --exclude-status unconfirmed --explain
        burdenshare forecast japan-hns --as-of 2020-12-15 --transform log
        burdenshare forecast japan-hns --model regression --driver step@1996
        burdenshare forecast japan-hns --model bvar --with japan-defense-budget
        burdenshare forecast japan-hns --reconcile mint
        burdenshare forecast --input series.csv --layout quantiles -o forecast.csv
        burdenshare forecast korea-sma --chart korea.vl.json --plot
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var drivers: DriverOptions
  @OptionGroup var reconciliation: ReconcileOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many years to forecast, 1 to \(Horizon.longest).", valueName: "years"))
  var horizon = 5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Levels of the intervals in per cent, strictly between 0 and 100, joined by commas.",
      valueName: "levels"))
  var level = "80,95"

  @Option(help: "The shape of the table: wide, long, or quantiles (hubverse model output).")
  var layout: ForecastLayout = .wide

  @OptionGroup var intervals: IntervalOptions

  @Flag(
    help: "Say on standard error which models entered, with what weight, why, and what the interval contains."
  )
  var explain = false

  @OptionGroup var charts: ChartOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  var randomSeed: UInt64? { drivers.randomSeed(models) }

  func run() throws {
    let horizon = try Horizon(horizon)
    let levels = try levels()
    let (table, isQuiet) = (ForecastTable(layout: layout, levels: levels), output.quiet)
    let named = try intervals.applied(to: try models.models())
    if let method = reconciliation.reconcile {
      return try ReconciledRun(input: input, output: output, options: reconciliation, method: method)
        .run(named, table, horizon, charts)
    }
    let plan = try drivers.plan(named, input, horizon: horizon.years, hasTransform: models.transform != nil)
    let drawing = try ChartOutput(charts, table: output.file)
    let charted = charts.isAsked ? try ChartedSeries(input, drawing.phrases) : nil
    try SeriesRun(input: input, output: output, threads: threads.count).run(
      columns: table.columns, models: named
    ) { [explain, isRegimeGiven = models.leastRegime != nil] model, series, outcome in
      let (variants, notes) = try plan.resolve(model, for: series)
      if !isQuiet { outcome.tell(notes.map { "note: \($0)" }) }
      // Rows count together: a forecast without its path would pass for the answer.
      var fits: [TransformedFit] = []
      var rows: [[Cell]] = []
      for (label, model) in variants {
        let fit = try model.fit(series)
        let forecast = try fit.predict(horizon)
        fits.append(fit)
        rows += SystemText.settled(try ForecastRows.of(fit, label: label, forecast, table), fit)
        if let charted { outcome.panels.append(try charted.panel(fit, forecast, levels: levels)) }
        if !isQuiet, let note = try ForecastRows.note(fit, label: label, forecast, levels) {
          outcome.tell([note])
        }
        if !isQuiet, let note = try SystemText.explosion(fit, label: label, forecast, levels) {
          outcome.tell([note])
        }
        if !isQuiet, isRegimeGiven, let lack = (fit.fitted as? FittedPiecewise)?.lackOfRoom {
          outcome.tell(["note: \(series.identifier), \(label): \(lack)"])
        }
        // Asked for by name, so --quiet does not silence it.
        if explain {
          outcome.tell(
            fit.explanation(of: forecast, at: levels).map { "explain: \(series.identifier): \($0)" })
          outcome.tell(try ContributionText.lines(fit, horizon))
          outcome.tell(try SystemText.lines(fit, label: label, horizon))
        }
      }
      if fits.count == 2, !isQuiet {
        outcome.tell(try SystemText.sideEffects(fits[0], fits[1], horizon).map { "note: \($0)" })
      }
      outcome.rows += rows
    } finish: { panels, _ in
      try drawing.write(try FanChart(panels, drawing.phrases, source: charted?.source ?? "").chart)
      for panel in panels { try drawing.plot { try TerminalPlot(panel, $0, width: $1) } }
    }
  }

  private func levels() throws -> [Level] {
    var levels: [Level] = []
    for text in level.split(separator: ",", omittingEmptySubsequences: false) {
      guard let percent = NumberOption.parse(text) else {
        throw CommandFailure(.usage, "--level '\(text)' is not a number of per cent, such as 95")
      }
      let level = try Level(percent)
      if !levels.contains(level) { levels.append(level) }
    }
    return levels
  }
}

import ArgumentParser
import Forecasting
import Probability
import Reporting
import Series

/// What `fit` prints.
enum FitTable: String, ExpressibleByArgument, CaseIterable {
  /// Estimates with standard errors and 95 % intervals.
  case parameters
  /// Tests of the residuals and of the series.
  case diagnostics

  /// The names of the columns.
  var columns: [String] {
    switch self {
    case .parameters:
      ["series_id", "model", "parameter", "estimate", "std_error", "lower_95", "upper_95"]
    case .diagnostics: ["series_id", "model", "test", "statistic", "df", "p_value"]
    }
  }
}

/// `burdenshare fit`.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Print a model's estimates, or tests of what it leaves unexplained.",
    discussion: """
      Estimates are on the scale of the model. The rows p, d, q of arima and multiplicative errors, trend, \
      multiplicative trend, damped of ets (one for yes) say which order or form was fitted. A cell is empty where no standard error is defined: a weight at the \
      end of its range, a variance, a robust line. The tests are Ljung-Box and Jarque-Bera on the residuals and \
      KPSS on the series (its df is the lag of the long-run variance, its p-value lies between 0.01 and 0.10).

      EXAMPLES:
        burdenshare fit japan-hns --model linear
        burdenshare fit japan-hns korea-sma --model holt --table diagnostics
        burdenshare fit japan-hns --model linear --chart linear.vl.json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var models: ModelOptions

  @Option(help: "What is printed: parameters or diagnostics.")
  var table: FitTable = .parameters

  @OptionGroup var charts: ChartOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (table, isQuiet) = (table, output.quiet)
    let drawing = try ChartOutput(charts, table: output.file)
    let charted = charts.isAsked ? try ChartedSeries(input, drawing.phrases) : nil
    try SeriesRun(input: input, output: output, threads: threads.count).run(
      columns: table.columns, models: try models.models()
    ) { model, series, outcome in
      let fit = try model.fit(series)
      switch table {
      case .parameters: outcome.rows += try Self.parameters(fit, label: model.label)
      case .diagnostics: outcome.rows += Self.diagnostics(fit, label: model.label, isQuiet: isQuiet)
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

  /// Rows of estimates: the order or form, those of the model, then its fit as a whole.
  private static func parameters(_ fit: TransformedFit, label: String) throws -> [[Cell]] {
    let summary = fit.summary
    let name: [Cell] = [.text(fit.series.identifier), .text(label)]
    var rows: [[Cell]] = []
    for (part, value) in fit.fitted.structure {
      rows.append(name + [.text(part), .integer(value), .missing, .missing, .missing])
    }
    for parameter in summary.parameters {
      var bounds: [Cell] = [.missing, .missing, .missing]
      if let error = parameter.standardError {
        let width: Double
        if let df = parameter.degreesOfFreedom {
          width = try StudentT(degreesOfFreedom: df).quantile(0.975)
        } else {
          width = try Normal.standard.quantile(0.975)
        }
        bounds = [
          .number(error), .number(parameter.value - width * error), .number(parameter.value + width * error),
        ]
      }
      rows.append(name + [.text(parameter.name), .number(parameter.value)] + bounds)
    }
    let whole: [(String, Double?)] = [
      ("residual sd", summary.residualVariance.squareRoot()), ("log-likelihood", summary.logLikelihood),
      ("aicc", summary.correctedAkaike), ("observations", Double(summary.observations)),
    ]
    for case (let title, let value?) in whole {
      rows.append(name + [.text(title), .number(value), .missing, .missing, .missing])
    }
    return rows
  }

  /// Rows of tests; one that cannot be computed for this series is told on standard error.
  private static func diagnostics(_ fit: TransformedFit, label: String, isQuiet: Bool) -> [[Cell]] {
    let residuals = fit.summary.residuals.map(\.value)
    let lag = LjungBox.defaultLag(count: residuals.count, fitted: 0)
    let values = fit.series.observations.map(\.value)
    // Lags and partial sums count neighbours, which values on both sides of a gap are not.
    let gaps = fit.series.missingYears
    func ordered(_ test: () throws -> HypothesisTest) throws -> HypothesisTest {
      guard gaps.isEmpty else {
        throw CommandFailure(
          .badData,
          "a test in the order of years needs them all; missing: "
            + YearRuns.text(gaps, calendar: fit.series.calendar))
      }
      return try test()
    }
    let results = [
      Result { try ordered { try LjungBox.test(residuals, lag: lag, fitted: 0) } },
      Result { try JarqueBera.test(residuals) },
      Result { try ordered { try KPSS.test(values, null: .level) } },
      Result { try ordered { try KPSS.test(values, null: .trend) } },
    ]
    let place = "\(fit.series.identifier), \(label)"
    var rows: [[Cell]] = []
    for result in results {
      switch result {
      case .success(let test):
        rows.append([
          .text(fit.series.identifier), .text(label), .text(test.name), .number(test.statistic),
          .optional(test.degreesOfFreedom), .optional(test.pValue),
        ])
        if !isQuiet { Console.say("note: \(place): \(test.name): \(test.reading)") }
      case .failure(let error):
        if !isQuiet { Console.say("note: \(place): \(CommandFailure(error).message)") }
      }
    }
    return rows
  }
}

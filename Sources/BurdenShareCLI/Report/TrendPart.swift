import Datasets
import Forecasting
import Reporting
import Series

/// What the trend alone says: forecasts of some series with `auto`, and how its intervals did in the past.
struct TrendPart {
  /// The forecasts, as `forecast` prints them.
  private(set) var forecasts: Table
  /// The scores, as `backtest` prints them.
  private(set) var backtest: Table
  /// The record and the fan of each series.
  private(set) var panels: [FanChart.Panel] = []
  /// The names in tables of the series of the panels.
  private(set) var identifiers: [String] = []
  /// The line on sources of each panel.
  private(set) var sources: [String] = []
  /// Where the outcomes fell in the forecasts of the past.
  private(set) var samples: [CalibrationChart.Sample] = []
  /// The titles of the series, by their names in tables.
  private(set) var names: [String: String] = [:]
  /// What each forecast rests on.
  private(set) var assumptions: [ReportModel.Assumption] = []

  private static let levels: [Level] = [.eighty, .ninetyFive]

  /// Forecasts and scores the series.
  ///
  /// - Parameters:
  ///   - input: the series of the package.
  ///   - charted: their names and unconfirmed years.
  ///   - output: where notes are told.
  ///   - horizon: how many years are forecast.
  ///   - threads: how many work.
  /// - Throws: ``CommandFailure`` for a series that cannot be forecast.
  init(
    _ input: InputOptions, _ charted: ChartedSeries, _ output: OutputOptions, horizon: Horizon, threads: Int
  ) throws {
    let layout = ForecastTable(layout: .wide, levels: Self.levels)
    let model = TransformedModel(Auto())
    let models = [TransformedModel(Naive()), TransformedModel(Drift()), model]
    let report = BacktestReport(
      models: models, unnamed: Set(models.map(\.label)), plan: try BacktestPlan(horizon: horizon),
      drivers: .none)
    forecasts = Table(columns: layout.columns)
    backtest = Table(columns: report.columns(.scores))
    var transforms: [String: [Double]] = [:]
    try input.forEachBatch(output) { batch in
      for loaded in batch {
        loaded.notes.forEach { Console.say($0) }
        let series = try loaded.series.get()
        let fit = try model.fit(series)
        let distribution = try fit.predict(horizon)
        forecasts.rows += try layout.rows(fit, label: model.label, distribution)
        var panel = try charted.panel(fit, distribution, levels: Self.levels)
        // The forecast has no breaks in it; where the record has some, a reader should see them.
        let breaks = (try? TransformedModel(Piecewise()).fit(series)).flatMap {
          try? charted.panel($0).breaks
        }
        panel.breaks = breaks ?? []
        panels.append(panel)
        identifiers.append(series.identifier)
        names[series.identifier] = panel.name
        sources.append(charted.source(of: [series.identifier]))
        let told = fit.explanation(of: distribution, at: Self.levels)
        assumptions.append(Self.trend(of: panel.name, told))
      }
      if !assumptions.contains(Self.method) { assumptions.append(Self.method) }
      if panels.contains(where: { !$0.breaks.isEmpty }), !assumptions.contains(Self.breaks) {
        assumptions.append(Self.breaks)
      }
      for result in WorkerPool.map(batch, threads: threads, { report.run($0) }) {
        // A record too short for rolling origins has no scores; its forecast says how short it is.
        result.failures.forEach { output.note($0.message) }
        backtest.rows += report.rows(result)
        for (model, scored) in result.forecasts {
          transforms[model, default: []] += scored.map(\.probabilityIntegralTransform)
        }
      }
    }
    samples = models.compactMap { model in
      transforms[model.label].map { CalibrationChart.Sample(name: model.label, transforms: $0) }
    }
  }

  /// What a forecast rests on, in plain words.
  ///
  /// - Parameters:
  ///   - name: the title of the series.
  ///   - explanation: the sentences of `forecast --explain`: the model, the record used, and then how it is forecast.
  /// - Returns: the assumption.
  static func trend(of name: String, _ explanation: [String]) -> ReportModel.Assumption {
    let own = explanation.dropFirst()
    // A record of one value throughout is told in two sentences, and no method enters.
    let told = own.count > 2 ? own.prefix(1) : own
    return ReportModel.Assumption(
      "The trend of \(name) goes on as the record shows it; no negotiation is in it.", mark: .estimated,
      basis: told.joined(separator: " "))
  }

  /// How every trend is forecast.
  static let method = ReportModel.Assumption(
    "A trend is the middle of four simple forecasts, with as much of the change that it announces as such announcements were "
      + "worth in the record's own past.", mark: .estimated,
    basis:
      "Model auto. How wide its intervals have to be was learned from what such forecasts missed on other yearly series; "
      + "“burdenshare forecast SERIES --explain” tells the whole.")

  private static let breaks = ReportModel.Assumption(
    "The breaks drawn in the record are found by model piecewise.", mark: .estimated,
    basis: "They are for orientation: no forecast here starts from them.")

  /// The scores of all horizons together.
  var scores: Table {
    Table(columns: backtest.columns, rows: backtest.rows.filter { $0[2] == .missing })
  }

  /// How the 80 % interval did in the past, series by series.
  var coverage: TrendCoverage { TrendCoverage(backtest, model: TransformedModel(Auto()).label) }
}

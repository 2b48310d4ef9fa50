import Forecasting
import Reporting
import Series

/// The backtest of one series: scored forecasts of every model that could be run.
struct BacktestResult: Sendable {
  let series: String
  var forecasts: [(model: String, scored: [ScoredForecast])] = []
  var failures: [SeriesFailure] = []
  /// Baselines that nobody named and that cannot be fitted: the models' own scores stand without them, a summary does
  /// not.
  var missingBaselines: [(model: String, reason: String)] = []

  /// What was done to the record when it was read, ready to be told.
  var inputNotes: [String] = []
  /// How other series were brought beside this one.
  var companionNotes: [String] = []

  /// What is told of both beside the models' own scores.
  var notes: [String] {
    companionNotes + missingBaselines.map { "\(series): no baseline '\($0.model)': \($0.reason)" }
  }

  /// Drops forecasts that not every model has made, for scores over other origins would not compare.
  ///
  /// - Returns: the first origin that is left, where any was dropped.
  mutating func keepCommonForecasts() -> Int? {
    var common: Set<[Int]>?
    var total = 0
    for (_, scored) in forecasts {
      let own = Set(scored.map { [$0.origin, $0.horizon] })
      common = common?.intersection(own) ?? own
      total = max(total, own.count)
    }
    guard let common, common.count < total else { return nil }
    forecasts = forecasts.map { model, scored in
      (model, scored.filter { common.contains([$0.origin, $0.horizon]) })
    }
    return common.map { $0[0] }.min()
  }

  /// The forecasts of a model.
  func scored(_ model: String) -> [ScoredForecast]? { forecasts.first { $0.model == model }?.scored }
}

/// Runs models over a series and lays their scores out in rows.
struct BacktestReport: Sendable {
  let models: [TransformedModel]
  /// The models that run beside those named.
  let unnamed: Set<String>
  let plan: BacktestPlan
  /// What brings other series beside the one that is forecast.
  let drivers: DriverPlan

  func columns(_ table: BacktestTable) -> [String] {
    switch table {
    case .scores:
      [
        "series_id", "model", "horizon", "forecasts", "me", "mae", "rmse", "smape", "mase", "crps", "wis",
        "coverage_80", "coverage_95", "skill_naive", "skill_drift", "dm_naive", "dm_drift",
      ]
    case .summary: BacktestSummary.columns
    }
  }

  func run(_ loaded: InputOptions.Loaded) -> BacktestResult {
    switch loaded.series {
    case .failure(let failure):
      return BacktestResult(series: failure.series, failures: [failure], inputNotes: loaded.notes)
    case .success(let series):
      var result = BacktestResult(series: series.identifier, inputNotes: loaded.notes)
      for model in models {
        let resolved: TransformedModel
        do {
          let found = try drivers.resolve(model, for: series)
          resolved = found.models[0].model
          for note in found.notes where !result.companionNotes.contains(note) {
            result.companionNotes.append(note)
          }
        } catch {
          result.failures.append(
            SeriesFailure(series: series.identifier, model: model.label, failure: CommandFailure(error)))
          continue
        }
        do throws(Backtest.Failure) {
          result.forecasts.append((model.label, try Backtest(plan).run(resolved, on: series)))
        } catch {
          let failure = failure(error, resolved, series)
          if case .tooShort = error {
            // The same for every model, so it is told once.
            result.failures = [SeriesFailure(series: series.identifier, model: nil, failure: failure)]
            return result
          }
          if unnamed.contains(model.label) {
            result.missingBaselines.append((model.label, failure.message))
          } else {
            result.failures.append(
              SeriesFailure(series: series.identifier, model: model.label, failure: failure))
          }
        }
      }
      return result
    }
  }

  /// What a failure means to a user: the origin on the calendar of the series, and where the model could begin.
  private func failure(_ error: Backtest.Failure, _ model: TransformedModel, _ series: AnnualSeries)
    -> CommandFailure
  {
    guard case .fit(let origin, let reason) = error else {
      return CommandFailure(.badData, error.description)
    }
    let label = series.calendar.label(origin)
    let message = "origin \(label): \(reason)"
    // A gap stays in all that is seen later.
    if case .missingYears = reason { return CommandFailure(.badData, message, hint: reason.hint) }
    guard let first = Backtest(plan).firstOrigin(model, on: series), first.year > origin else {
      return CommandFailure(.badData, message, hint: reason.hint)
    }
    let later = series.calendar.label(first.year)
    return CommandFailure(
      .badData, message,
      hint: "the first origin at which it can be fitted is \(later): --initial \(first.values)")
  }

  /// A row for each model and horizon, and one for all horizons of a model.
  func rows(_ result: BacktestResult) -> [[Cell]] {
    var rows: [[Cell]] = []
    for (model, scored) in result.forecasts {
      for horizon in Array(1...plan.horizon.years).map(Optional.some) + [nil] {
        if let row = row(result, model, scored, horizon) { rows.append(row) }
      }
    }
    return rows
  }

  private func row(_ result: BacktestResult, _ model: String, _ scored: [ScoredForecast], _ horizon: Int?)
    -> [Cell]?
  {
    func part(_ forecasts: [ScoredForecast]) -> [ScoredForecast] {
      forecasts.filter { horizon == nil || $0.horizon == horizon }
    }
    let own = part(scored)
    guard let scores = BacktestScores(own) else { return nil }
    var row: [Cell] = [
      .text(result.series), .text(model), horizon.map { .integer($0) } ?? .missing,
      .integer(scores.forecasts), .number(scores.meanError), .number(scores.meanAbsoluteError),
      .number(scores.rootMeanSquaredError), .number(scores.symmetricPercentageError),
      .optional(scores.scaledError), .number(scores.crps), .number(scores.wis),
      .number(scores.coverage80), .number(scores.coverage95),
    ]
    var skills: [Cell] = []
    var tests: [Cell] = []
    for baseline in [Naive.identifier.name, Drift.identifier.name] {
      guard baseline != model, let rival = result.scored(baseline).map(part),
        let rivalScores = BacktestScores(rival)
      else {
        skills.append(.missing)
        tests.append(.missing)
        continue
      }
      skills.append(.optional(scores.skill(against: rivalScores)))
      tests.append(
        .optional(
          DieboldMariano.pValue(
            losses(own), losses(rival), horizon: horizon ?? plan.horizon.years)))
    }
    row += skills + tests
    return row
  }

  /// The mean absolute error at each origin, in the order of origins.
  private func losses(_ forecasts: [ScoredForecast]) -> [Double] {
    var losses: [Double] = []
    var group: [Double] = []
    for (index, forecast) in forecasts.enumerated() {
      group.append(forecast.absoluteError)
      if index + 1 == forecasts.count || forecasts[index + 1].origin != forecast.origin {
        losses.append(group.reduce(0, +) / Double(group.count))
        group.removeAll(keepingCapacity: true)
      }
    }
    return losses
  }
}

import Forecasting
import Reporting

/// Scores over many series: each series weighs the same, and counts only when every model has scores for it.
///
/// Errors are divided by each origin's mean absolute yearly change, so that units cancel; yet a series that hardly moved
/// before it jumped has scaled errors without limit, and the means follow it. The medians over the series do not.
struct BacktestSummary {
  static let columns = [
    "model", "series", "forecasts", "mase", "wis_scaled", "coverage_80", "coverage_95", "skill_naive",
    "skill_drift", "mase_median", "wis_scaled_median",
  ]

  /// What is kept of a series and a model.
  private struct Entry {
    let forecasts: Int
    let error, intervalScore, coverage80, coverage95: Double
  }

  private let models: [String]
  /// For each series that counts, one entry a model.
  private var entries: [[Entry]] = []
  private var names: [String] = []

  init(models: [String]) { self.models = models }

  /// Takes in a series, if every model has scores for it that can be averaged.
  ///
  /// - Parameter result: the backtest of the series.
  /// - Returns: why it is left out, where nothing else has told; `nil` for one that counts.
  mutating func add(_ result: BacktestResult) -> SeriesFailure? {
    func leftOut(_ reason: String) -> SeriesFailure {
      SeriesFailure(
        series: result.series, model: nil,
        failure: CommandFailure(
          .badData, "left out of the summary: \(reason)", hint: "--table scores shows what can be shown of it"
        ))
    }
    if let missing = result.missingBaselines.first {
      return leftOut("no baseline '\(missing.model)': \(missing.reason)")
    }
    let scores = models.compactMap { result.scored($0).flatMap { BacktestScores($0) } }
    // A model that failed has told so itself.
    guard scores.count == models.count else { return nil }
    var row: [Entry] = []
    for score in scores {
      guard let error = score.scaledError, let wis = score.scaledIntervalScore else {
        return leftOut("the values up to an origin are all the same, so that errors have no scale")
      }
      guard error.isFinite, wis.isFinite else {
        return leftOut("its scaled errors exceed the range of numbers")
      }
      row.append(
        Entry(
          forecasts: score.forecasts, error: error, intervalScore: wis, coverage80: score.coverage80,
          coverage95: score.coverage95))
    }
    entries.append(row)
    names.append(result.series)
    return nil
  }

  /// A row for each model; none without a series that counts.
  var rows: [[Cell]] {
    guard !entries.isEmpty else { return [] }
    func mean(_ model: Int, _ value: (Entry) -> Double) -> Double {
      entries.reduce(0) { $0 + value($1[model]) / Double(entries.count) }
    }
    func middle(_ model: Int, _ value: (Entry) -> Double) -> Double {
      let sorted = entries.map { value($0[model]) }.sorted()
      let half = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2
    }
    return models.indices.map { model in
      func skill(_ name: String) -> Cell {
        guard let other = models.firstIndex(of: name), other != model else { return .missing }
        let ratios = [
          mean(model, \.error) / mean(other, \.error),
          mean(model, \.intervalScore) / mean(other, \.intervalScore),
        ]
        return .optional(ratios.allSatisfy(\.isFinite) ? 1 - (ratios[0] + ratios[1]) / 2 : nil)
      }
      return [
        .text(models[model]), .integer(entries.count),
        .integer(entries.reduce(0) { $0 + $1[model].forecasts }), .number(mean(model, \.error)),
        .number(mean(model, \.intervalScore)), .number(mean(model, \.coverage80)),
        .number(mean(model, \.coverage95)), skill(Naive.identifier.name), skill(Drift.identifier.name),
        .number(middle(model, \.error)), .number(middle(model, \.intervalScore)),
      ]
    }
  }

  /// A warning where one series makes more than half of a model's mean MASE; `nil` where none does, or there are fewer
  /// than three.
  var warning: String? {
    guard entries.count >= 3 else { return nil }
    for model in models.indices {
      let errors = entries.map { $0[model].error }
      let whole = errors.reduce(0) { $0 + $1 / Double(errors.count) }
      guard let largest = errors.indices.max(by: { errors[$0] < errors[$1] }) else { continue }
      let share = errors[largest] / Double(errors.count) / whole
      guard share > 0.5 else { continue }
      return "'\(names[largest])' makes \(Int(share * 100)) % of the mean MASE of '\(models[model])' over "
        + "\(entries.count) series; mase_median and wis_scaled_median do not follow it"
    }
    return nil
  }
}

import ArgumentParser
import Forecasting
import Reporting
import Series

/// What one series gave: rows for the table, and what went wrong.
struct SeriesOutcome: Sendable {
  var rows: [[Cell]] = []
  var failures: [SeriesFailure] = []
}

/// The part that `fit` and `forecast` share: every model on every series, in order, with failures told at the end.
struct SeriesRun {
  let input: InputOptions
  let output: OutputOptions
  let threads: Int

  /// Runs the models and writes the table.
  ///
  /// - Parameters:
  ///   - columns: of the table.
  ///   - models: what is fitted.
  ///   - work: gives the rows of one fitted model.
  /// - Throws: ``CommandFailure`` when nothing came of it, or when a series failed among others.
  func run(
    columns: [String], models: [TransformedModel],
    work: @escaping @Sendable (TransformedModel, AnnualSeries) throws -> [[Cell]]
  ) throws {
    var table = try TableOutput(columns: columns, output)
    var failures = FailureLog()
    var progress = ProgressLine(isQuiet: output.quiet)
    defer { progress.finish() }
    try input.forEachBatch(output) { batch in
      for outcome in WorkerPool.map(batch, threads: threads, { outcome($0, models, work) }) {
        try table.append(outcome.rows)
        outcome.failures.forEach { failures.add($0) }
      }
      progress.advance(batch.count)
    }
    try failures.finish(&table)
  }

  private func outcome(
    _ loaded: InputOptions.Loaded, _ models: [TransformedModel],
    _ work: (TransformedModel, AnnualSeries) throws -> [[Cell]]
  ) -> SeriesOutcome {
    var outcome = SeriesOutcome()
    switch loaded {
    case .failure(let failure): outcome.failures.append(failure)
    case .success(let series):
      for model in models {
        do {
          outcome.rows += try work(model, series)
        } catch {
          outcome.failures.append(
            SeriesFailure(
              series: series.identifier, model: models.count > 1 ? model.label : nil,
              failure: CommandFailure(error)))
        }
      }
    }
    return outcome
  }
}

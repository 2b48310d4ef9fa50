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
    var failures = 0
    var first: SeriesFailure?
    try input.forEachBatch(output) { batch in
      let outcomes = WorkerPool.map(batch, threads: threads) { outcome($0, models, work) }
      for outcome in outcomes {
        try table.append(outcome.rows)
        for failure in outcome.failures {
          failures += 1
          if first == nil { first = failure }
          if table.hasRows || failures > 1 { tell(failure, isFirst: failures == 1, first) }
        }
      }
    }
    guard let first else { return try table.finish() }
    guard table.hasRows else {
      throw CommandFailure(first.failure.status, first.message, hint: first.failure.hint)
    }
    try table.finish()
    throw CommandFailure(
      first.failure.status, "\(failures) of the fits failed; the table holds the others")
  }

  private func tell(_ failure: SeriesFailure, isFirst: Bool, _ first: SeriesFailure?) {
    Console.say("burdenshare: \(failure.message)")
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
            SeriesFailure(series: series.identifier, model: nil, failure: CommandFailure(error)))
        }
      }
    }
    return outcome
  }
}

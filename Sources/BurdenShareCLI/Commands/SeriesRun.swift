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
    // The last failure waits: if nothing comes of the rest, it is the error of the command, told once.
    var last: SeriesFailure?
    try input.forEachBatch(output) { batch in
      let outcomes = WorkerPool.map(batch, threads: threads) { outcome($0, models, work) }
      for outcome in outcomes {
        try table.append(outcome.rows)
        for failure in outcome.failures {
          failures += 1
          if let last { tell(last) }
          last = failure
        }
      }
    }
    guard let last else { return try table.finish() }
    guard table.hasRows else {
      throw CommandFailure(last.failure.status, last.message, hint: last.failure.hint)
    }
    tell(last)
    try table.finish()
    throw CommandFailure(
      last.failure.status, "\(failures) of the fits failed; the table holds the others",
      hint: last.failure.hint)
  }

  private func tell(_ failure: SeriesFailure) { Console.say("burdenshare: \(failure.message)") }

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

import ArgumentParser
import Forecasting
import Reporting
import Series

/// What one series gave: rows for the table, and what went wrong.
struct SeriesOutcome: Sendable {
  var rows: [[Cell]] = []
  /// What is told on standard error, in the order of the series.
  var messages: [Message] = []
  /// What a chart draws, where one is asked for.
  var panels: [FanChart.Panel] = []
  /// What the model expected of the years of each panel's record.
  var expectations: [[FanChart.Observation]] = []

  /// A line, or why a model gave nothing.
  enum Message: Sendable {
    case note(String)
    case failure(SeriesFailure)
  }

  /// Adds lines that are told.
  ///
  /// - Parameter lines: without their ends.
  mutating func tell(_ lines: [String]) { messages += lines.map { .note($0) } }
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
  ///   - work: adds the rows of one fitted model to the outcome.
  ///   - finish: takes the panels of all outcomes before the table is finished.
  /// - Throws: ``CommandFailure`` when nothing came of it, or when a series failed among others.
  func run(
    columns: [String], models: [TransformedModel],
    work: @escaping @Sendable (TransformedModel, AnnualSeries, inout SeriesOutcome) throws -> Void,
    finish: ([FanChart.Panel], [[FanChart.Observation]]) throws -> Void = { _, _ in }
  ) throws {
    var table = try TableOutput(columns: columns, output)
    var failures = FailureLog()
    var panels: [FanChart.Panel] = []
    var expectations: [[FanChart.Observation]] = []
    var progress = ProgressLine(isQuiet: output.quiet)
    defer { progress.finish() }
    try failures.telling { failures in
      try input.forEachBatch(output) { batch in
        for outcome in WorkerPool.map(batch, threads: threads, { outcome($0, models, work) }) {
          for message in outcome.messages {
            switch message {
            case .note(let line): failures.note(line)
            case .failure(let failure): failures.add(failure)
            }
          }
          try table.append(outcome.rows)
          if table.hasRows { failures.tellWaiting() }
          panels += outcome.panels
          expectations += outcome.expectations
          guard panels.count <= FanChart.mostPanels else {
            throw ChartError.tooMany("series and models", found: panels.count, limit: FanChart.mostPanels)
          }
        }
        progress.advance(batch.count)
      }
    }
    if !panels.isEmpty { try finish(panels, expectations) }
    try failures.finish(&table)
  }

  private func outcome(
    _ loaded: InputOptions.Loaded, _ models: [TransformedModel],
    _ work: (TransformedModel, AnnualSeries, inout SeriesOutcome) throws -> Void
  ) -> SeriesOutcome {
    var outcome = SeriesOutcome()
    outcome.tell(loaded.notes)
    switch loaded.series {
    case .failure(let failure): outcome.messages.append(.failure(failure))
    case .success(let series):
      for model in models {
        do {
          try work(model, series, &outcome)
        } catch {
          outcome.messages.append(
            .failure(
              SeriesFailure(
                series: series.identifier, model: models.count > 1 ? model.label : nil,
                failure: CommandFailure(error))))
        }
      }
    }
    return outcome
  }
}

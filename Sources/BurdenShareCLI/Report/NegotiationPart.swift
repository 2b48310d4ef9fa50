import Datasets
import Negotiation
import Reporting

/// What the negotiation says: some scenarios projected, their assumptions, and the rounds of the past replayed.
struct NegotiationPart {
  /// The paths, as `project` prints them.
  private(set) var paths = Table(columns: ProjectionTable.paths.columns)
  /// The events.
  private(set) var events = Table(columns: ProjectionTable.events.columns)
  /// The contributions in the first scenario.
  private(set) var contributions = Table(columns: ProjectionTable.contributions.columns)
  /// The assumptions of the first scenario.
  private(set) var assumptions = Table(columns: ProjectionTable.assumptions.columns)
  /// What stands behind the paths.
  private(set) var background = ProjectionBackground()
  /// The rounds of the past, as `replay` prints them.
  let rounds: Table
  /// The scores of the replay.
  let scores: Table

  /// Projects the scenarios and replays the rounds.
  ///
  /// - Parameters:
  ///   - names: of the scenarios, at least one.
  ///   - package: where they are.
  ///   - threads: how many work.
  /// - Throws: ``CommandFailure`` and what reading and projecting throw.
  init(_ names: [String], _ package: DataPackage, threads: Int) throws {
    let workers = PoolWorkers(threads: threads)
    for name in names {
      let file = try package.scenarioFile(name)
      for scenario in try package.scenarios(named: name) {
        let projection = try ScenarioProjection(scenario, package, options: [:])
        try background.add(projection, package)
        paths.rows += try projection.simulated(.paths, draws: .standard, seed: .standard, workers: workers)
        events.rows += try projection.simulated(.events, draws: .standard, seed: .standard, workers: workers)
        guard assumptions.rows.isEmpty else { continue }
        assumptions.rows = projection.assumptions(given: file.given[scenario.identifier] ?? [])
        contributions.rows = projection.contributions(seed: .standard, workers: workers)
      }
    }
    let plan = try ReplayPlan(evidence: try package.evidence(), model: try SettlementModel(), date: nil)
    let replayed = try WorkerPool.map(plan.rounds, threads: threads) { round in
      Result { try plan.replay(round, trend: []) }
    }.map { try $0.get() }
    rounds = Table(columns: ReplayTable.rounds.columns, rows: ReplayRows.rounds(replayed, .withAsk))
    scores = Table(columns: ReplayTable.scores.columns, rows: ReplayRows.scores(try ReplaySummary(replayed)))
  }

  /// The scenarios in their order.
  var scenarios: [String] {
    var names: [String] = []
    for row in paths.rows {
      if case .text(let name) = row[0], !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A number of a table, found by the texts of other columns.
  func number(_ table: Table, _ column: String, where texts: [String: String]) -> Double? {
    guard let wanted = table.columns.firstIndex(of: column) else { return nil }
    let row = table.rows.first { row in
      texts.allSatisfy { name, text in
        table.columns.firstIndex(of: name).map { row[$0] == .text(text) } ?? false
      }
    }
    guard let row, case .number(let value) = row[wanted] else { return nil }
    return value
  }

  /// The measures of the paths in their order.
  var measures: [String] {
    var names: [String] = []
    for row in paths.rows {
      if case .text(let name) = row[1], !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The scenarios side by side: mean of the term where there is one, else the last year, and the events.
  var comparison: Table {
    let measure = measures.first { $0.hasSuffix("_term_mean") } ?? measures.first ?? ""
    let chosen = ["agreed_by_expiry", "stopgap", "lapse", "furlough"]
    let known = chosen.filter { event in events.rows.contains { $0[2] == .text(event) } }
    var table = Table(columns: ["scenario", "q05", "median", "q95"] + known)
    for scenario in scenarios {
      let place = ["scenario": scenario, "measure": measure]
      let amounts = ["q05", "q50", "q95"].map { Cell.optional(number(paths, $0, where: place)) }
      let odds = known.map { event in
        // In per cent, to the digit that a probability of this kind carries.
        Cell.optional(
          number(events, "probability", where: ["scenario": scenario, "event": event])
            .map { (100 * $0).rounded() })
      }
      table.rows.append([.text(scenario)] + amounts + odds)
    }
    return table
  }
}

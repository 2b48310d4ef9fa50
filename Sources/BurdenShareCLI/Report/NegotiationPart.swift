import Datasets
import Negotiation
import Reporting

/// What the negotiation says: some scenarios projected, and their assumptions.
struct NegotiationPart {
  /// The paths, as `project` prints them.
  private(set) var paths = Table(columns: ProjectionTable.paths.columns)
  /// The events.
  private(set) var events = Table(columns: ProjectionTable.events.columns)
  /// The contributions in the first scenario, and of its ways of asking the first.
  private(set) var contributions = Table(columns: ProjectionTable.contributions.columns)
  /// What each assumption of the first scenario does alone.
  private(set) var tornado = Table(columns: ProjectionTable.tornado.columns)
  /// The assumptions of all scenarios.
  private(set) var assumptions = Table(columns: ProjectionTable.assumptions.columns)
  /// What stands behind the paths.
  private(set) var background = ProjectionBackground()
  /// The date after which nothing was used, of each scenario and path.
  private(set) var asOf: [String: String] = [:]

  /// Projects the scenarios.
  ///
  /// - Parameters:
  ///   - names: of the scenarios, at least one.
  ///   - package: where they are.
  ///   - draws: how many futures.
  ///   - threads: how many work.
  /// - Throws: ``CommandFailure`` and what reading and projecting throw.
  init(_ names: [String], _ package: DataPackage, draws: Draws = .standard, threads: Int) throws {
    let workers = PoolWorkers(threads: threads)
    for name in names {
      let file = try package.scenarioFile(name)
      for scenario in try package.scenarios(named: name) {
        let projection = try ScenarioProjection(scenario, package, options: [:])
        try background.add(projection, package)
        for (label, _) in projection.titles { asOf[label] = "\(scenario.asOf)" }
        paths.rows += try projection.simulated(.paths, draws: draws, seed: .standard, workers: workers)
        events.rows += try projection.simulated(.events, draws: draws, seed: .standard, workers: workers)
        assumptions.rows += projection.assumptions(given: file.given[scenario.identifier] ?? [])
        guard contributions.rows.isEmpty else { continue }
        contributions.rows = Self.first(projection.contributions(seed: .standard, workers: workers))
        tornado.rows = Self.first(try projection.tornado(seed: .standard, workers: workers))
      }
    }
  }

  /// The rows of the scenario, or way of asking, that comes first: a chart of drivers shows one.
  static func first(_ rows: [[Cell]]) -> [[Cell]] {
    rows.filter { $0.first == rows.first?.first }
  }

  /// The scenarios in their order.
  var scenarios: [String] {
    var names: [String] = []
    for row in paths.rows {
      if case .text(let name) = row[0], !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// What the page calls the scenarios.
  var words: ScenarioWords { ScenarioWords(scenarios, titles: background.titles) }

  /// The scenarios side by side.
  var comparison: ScenarioComparison {
    ScenarioComparison(paths: paths, events: events, words: words, asOf: asOf)
  }

  /// The rows of what a chart of drivers or assumptions shows: of one measure and period, the mean of the term where there is one.
  static func charted(_ table: Table) -> Table {
    let rows = table.rows
    guard let chosen = rows.last(where: isTermMean) ?? rows.last, chosen.count > 3 else { return table }
    return Table(
      columns: table.columns, rows: rows.filter { $0[1] == chosen[1] && $0[3] == chosen[3] })
  }

  private static func isTermMean(_ row: [Cell]) -> Bool {
    if row.count > 3, case .text(let measure) = row[1] { measure.hasSuffix("_term_mean") } else { false }
  }

  /// The assumptions of the first scenario.
  var ownAssumptions: Table {
    Table(columns: assumptions.columns, rows: Self.first(assumptions.rows))
  }

  /// What the other scenarios assume differently, or the first one not at all.
  var otherAssumptions: Table {
    // Everything but the scenario's name is compared: a value may be the same for another reason.
    let own = ownAssumptions.rows.map { Array($0.dropFirst()) }
    let rows = assumptions.rows.filter {
      $0.first != assumptions.rows.first?.first && !own.contains(Array($0.dropFirst()))
    }
    return Table(columns: assumptions.columns, rows: rows)
  }
}

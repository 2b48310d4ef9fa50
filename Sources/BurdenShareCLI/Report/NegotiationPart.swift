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

  /// A scenario as a sentence names it.
  func title(_ scenario: String) -> String { background.titles[scenario] ?? scenario }

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

  /// A number of a table, found by the texts of other columns, the last of several.
  func number(_ table: Table, _ column: String, where texts: [String: String]) -> Double? {
    guard let wanted = table.columns.firstIndex(of: column) else { return nil }
    let row = table.rows.last { row in
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

  /// The measure that scenarios are compared by: the mean of the term where there is one.
  var comparedMeasure: String { measures.first { $0.hasSuffix("_term_mean") } ?? measures.first ?? "" }

  /// The scenarios side by side, each with its name in tables: mean of the term where there is one, else the last year, and the
  /// events.
  var comparison: Table {
    let measure = comparedMeasure
    let chosen = ["agreed_by_expiry", "stopgap", "lapse", "furlough"]
    let known = chosen.filter { event in events.rows.contains { $0[2] == .text(event) } }
    let words = known.map { Phrases(.english).event($0) }
    var table = Table(columns: ["scenario", "q05", "median", "q95"] + words + ["name in tables"])
    for scenario in scenarios {
      let place = ["scenario": scenario, "measure": measure]
      let amounts = ["q05", "q50", "q95"].map { Cell.optional(number(paths, $0, where: place)) }
      let odds = known.map { event in
        // In per cent, to the digit that a probability of this kind carries.
        Cell.optional(
          number(events, "probability", where: ["scenario": scenario, "event": event])
            .map { (100 * $0).rounded() })
      }
      table.rows.append([.text(title(scenario))] + amounts + odds + [.text(scenario)])
    }
    return table
  }
}

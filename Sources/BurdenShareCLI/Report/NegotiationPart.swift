import Datasets
import Negotiation
import Reporting
import Series

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
  /// The series behind the scenarios, each as known on the date of its scenario.
  private(set) var uses: [DataPart.Use] = []
  /// Whether a scenario projects an agreement, and whether one projects a ratio.
  private(set) var hasAgreement = false, hasRatio = false
  private var stated: Set<String> = []

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
        uses += Self.uses(projection, package)
        stated.formUnion(scenario.sources)
        hasAgreement = hasAgreement || projection.agreement != nil
        hasRatio = hasRatio || projection.ratio != nil
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

  /// Refuses scenarios that know more than a report of an earlier date may.
  ///
  /// - Parameters:
  ///   - date: after which nothing is used.
  ///   - names: of the scenarios.
  ///   - package: where they are.
  /// - Throws: ``CommandFailure`` with status 64 for the first scenario that is later, and what reading throws.
  static func require(by date: PartialDate, _ names: [String], _ package: DataPackage) throws {
    for scenario in try names.flatMap({ try package.scenarios(named: $0) }) where scenario.asOf > date {
      throw CommandFailure(
        .usage, "scenario '\(scenario.identifier)' is as of \(scenario.asOf), later than --as-of \(date)",
        hint:
          "give --no-scenarios, or --scenario with one of that time ('burdenshare scenario list' has their dates)"
      )
    }
  }

  /// The series that a projection starts from or is fitted to.
  private static func uses(_ projection: ScenarioProjection, _ package: DataPackage) -> [DataPart.Use] {
    var names: [String] = []
    if let plan = projection.agreement?.plan {
      names.append(plan.series)
      if case .consumerPrices = plan.growth { names.append(plan.ally.consumerPriceSeries) }
    }
    if let plan = projection.ratio?.plan {
      names += plan.allies.map { plan.series(of: $0) }
      // How fast allies move towards a ratio is fitted to all of NATO's but the asker's.
      names += package.entries.map(\.identifier).filter {
        $0.hasPrefix("nato-ratio-") && $0 != "nato-ratio-usa"
      }
    }
    return names.map { DataPart.Use(series: $0, selection: Selection(asOf: projection.scenario.asOf)) }
  }

  /// The sources of the scenarios, of the record behind them and of everything that they assume.
  var sources: Set<String> {
    let assumed = assumptions.rows.compactMap(\.last).flatMap { cell -> [String] in
      guard case .text(let text) = cell else { return [] }
      return text.split(separator: ";").map(String.init)
    }
    return background.sources.union(stated).union(assumed)
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
    ScenarioComparison(
      paths: paths, events: events, words: words, asOf: asOf,
      definitions: background.ratios.mapValues(\.definition))
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

import ArgumentParser
import Datasets
import Negotiation
import Reporting

/// `burdenshare project`.
struct ProjectCommand: ChartingCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract:
      "Project where a negotiation lands under a scenario, and what each assumption does.",
    discussion: """
      A scenario is a file of the package ('burdenshare scenario list') or a path to a .yaml file. The model is fitted \
      to the rounds that were agreed by the scenario's as-of date. Tables: paths (amounts and ratios by year), events \
      (probabilities), contributions (how much each group of assumptions moves the median), tornado (each assumption \
      from its low to its high end), coefficients (prior beside posterior), assumptions (all, with marks and sources), \
      draws (each simulated future), game (equilibria of the game that a scenario carries, beside the forecast and no \
      part of it). The interval q05 to q95 holds what the record leaves open and what is assumed; \
      that of a probability how far it depends on inputs that are not known, and its standard error only what the \
      number of draws leaves open.

      --actors pools the first year with the election of actors who each want an amount (a table of 'burdenshare \
      strategy spatial' with round_id and unit, in the unit of the round): that many draws as spatial.weight says, a \
      quarter, take their amount from it. --seal adds paths and events to the ledger; a forecast that stands there \
      number for number is not added again, and a round whose settlement is on record is refused.

      EXAMPLES:
        burdenshare project japan-2027-status-quo japan-2027-demanding --format table
        burdenshare project japan-2027-demanding --table events
        burdenshare project nato-hague/core --table draws --draws 1000 -o draws.csv
        burdenshare project korea-2031 --assume ask.markup=0.25 --table assumptions
        burdenshare project korea-2031 --assume agreement.host.security_salience=0.8
        burdenshare project korea-2031 --chart korea.vl.json --plot
        burdenshare project korea-2031 --assume precedent.weight=0.25 -o korea.csv
        burdenshare project japan-2027-demanding --actors japan-2027
      """)

  @Argument(
    help: ArgumentHelp(
      "Scenarios: names, file/variant, file/path of ratios, or paths to .yaml files.", valueName: "scenario"))
  var scenarios: [String]

  @Option(
    help: ArgumentHelp(
      "Which table: \(ProjectionTable.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "table")
  )
  var table: ProjectionTable = .paths

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many futures are drawn, \(Draws.least) to \(Draws.most), such as 1e6; contributions and tornado have numbers of "
        + "their own.", valueName: "count"))
  var draws = "\(Draws.standard.count)"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed of the random numbers.", valueName: "number"))
  var seed = Seed.standard.value

  @Option(
    help: ArgumentHelp(
      "Pool the first year with the election of these actors: a table of the package, a CSV file, or -.",
      valueName: "file"))
  var actors: String?

  @Flag(help: "Add the forecast to the ledger of sealed forecasts; see --ledger.")
  var seal = false

  @Option(
    help: ArgumentHelp(
      "The ledger. Default: ledger/forecasts.csv in the data package.", valueName: "file"))
  var ledger: String?

  @OptionGroup var assume: AssumeOptions
  @OptionGroup var charts: ChartOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !scenarios.isEmpty else {
      throw ValidationError("name a scenario; 'burdenshare scenario list' names them")
    }
    if ledger != nil, !seal { throw ValidationError("--ledger goes with --seal") }
    if ledger == "-" { throw ValidationError("--ledger needs a file; '-' is none") }
    if ledger == "" { throw ValidationError("--ledger has an empty name") }
    try ProjectionChart.check(charts, table)
    if seal, actors == "-" {
      throw ValidationError("--seal needs the actors in a file, whose digest it keeps; '-' has none")
    }
    if seal, table != .paths { throw ValidationError("--seal seals paths and events; leave --table out") }
  }

  var randomSeed: UInt64? { seed }

  mutating func keepOnlyTable() {
    dropCharts()
    (seal, ledger) = (false, nil)
  }

  func run() throws {
    let (draws, seed) = (try DrawsText.parse(draws), Seed(seed))
    let (options, stated) = try assume.given()
    let package = try data.package()
    let chart = try ProjectionChart(charts, table, package, file: output.file)
    let workers = PoolWorkers(threads: threads.count)
    let chosen = try chosen(package, stated)
    let pool = try actors.map { try ActorPool($0, package, for: try plans(of: chosen.map(\.scenario))) }
    let ledgerPath = ledger ?? package.ledgerPath
    if seal {
      let evidence = try package.evidence()
      for plan in chosen.compactMap(\.scenario.agreement) { try evidence.requireUnsettled(plan) }
      try SealedRows.check(ledgerPath)
    }
    var drawn = try TableOutput(columns: table.columns, output)
    var rows: [[Cell]] = []
    var sealed: [SealedRows] = []
    var background = ProjectionBackground()
    for (file, scenario) in chosen {
      let projection = try ScenarioProjection(scenario, package, options: options, actors: pool)
      for note in try projection.notes + projection.withoutEffect(package) { output.note(note) }
      for note in AssumeOptions.notes(stated, file, scenario.identifier) { output.note(note) }
      for note in try projection.withoutEffect(stated, file, package) { output.note(note) }
      if chart.isAsked { try background.add(projection, package) }
      let made =
        switch table {
        case .paths, .events:
          try projection.simulated(table, draws: draws, seed: seed, workers: workers)
        case .draws:
          try projection.eachDraw(draws: draws, seed: seed, workers: workers) { try drawn.append($0) }
        case .contributions: projection.contributions(seed: seed, workers: workers)
        case .tornado: try projection.tornado(seed: seed, workers: workers)
        case .coefficients: try projection.coefficients()
        case .assumptions:
          projection.assumptions(
            given: file.given[scenario.identifier] ?? [], stated: stated.map(\.key))
        case .game: try projection.game(package, draws: draws, seed: seed, workers: workers, output)
        }
      if let note = try projection.startNote(made, table, draws: draws, seed: seed, workers: workers) {
        output.note(note)
      }
      rows += made
      if seal {
        let events = try projection.simulated(.events, draws: draws, seed: seed, workers: workers)
        sealed.append(
          SealedRows(scenario: scenario, inputs: try file.digest(), paths: made, events: events))
      }
    }
    // Draws are too many to be held: each scenario's are written as they are made.
    guard table != .draws else { return try drawn.finish() }
    if rows.isEmpty {
      output.note("table '\(table.rawValue)' has no rows for these scenarios")
    }
    let asTable = try output.resolvedFormat == .table && (table == .paths || table == .events)
    // That nobody reads the table to its end does not take the seal back.
    do {
      try chart.draw(rows, background)
      try TableOutput.write(
        asTable ? SideBySide.table(rows, table) : Table(columns: table.columns, rows: rows), output)
    } catch is ClosedPipe {}
    if seal {
      let inputs = try assume.assignments + [pool].compactMap { try $0?.input() }
      try SealedRows.add(
        sealed, to: ledgerPath, package, assumptions: inputs, draws: draws, seed: seed, output)
    }
  }

  /// The scenarios that are named, each once, with their files.
  private func chosen(_ package: DataPackage, _ stated: [ScenarioStatement]) throws
    -> [(file: ScenarioFile, scenario: Scenario)]
  {
    var chosen: [(file: ScenarioFile, scenario: Scenario)] = []
    for name in scenarios {
      let file = try package.scenarioFile(name, stating: stated)
      for scenario in stated.isEmpty ? [] : try package.scenarios(named: name) {
        try AssumeOptions.require(stated, in: file, scenario.identifier)
      }
      for scenario in try package.scenarios(named: name, stating: stated) {
        guard !chosen.contains(where: { $0.scenario.identifier == scenario.identifier }) else {
          throw CommandFailure(.usage, "scenario '\(scenario.identifier)' is named twice")
        }
        chosen.append((file, scenario))
      }
    }
    return chosen
  }

  /// The agreements of scenarios, which actors can be pooled with.
  private func plans(of scenarios: [Scenario]) throws -> [AgreementPlan] {
    try scenarios.map { scenario in
      guard let plan = scenario.agreement else {
        throw CommandFailure(
          .usage, "--actors: scenario '\(scenario.identifier)' has no agreement to pool the actors with")
      }
      return plan
    }
  }
}

import ArgumentParser
import Datasets
import Negotiation
import Reporting

/// `burdenshare project`.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract:
      "Project where a negotiation lands under a scenario, and what each assumption does.",
    discussion: """
      A scenario is a file of the package ('burdenshare scenario list') or a path to a .yaml file. The model is fitted \
      to the rounds that were agreed by the scenario's as-of date. Tables: paths (amounts and ratios by year), events \
      (probabilities), contributions (how much each group of assumptions moves the median), tornado (each assumption \
      from its low to its high end), coefficients (prior beside posterior), assumptions (all, with marks and sources), \
      draws (each simulated future). The interval q05 to q95 holds what the record leaves open and what is assumed; \
      the standard error of a probability only what the number of draws leaves open.

      EXAMPLES:
        burdenshare project japan-2027-status-quo japan-2027-demanding --format table
        burdenshare project japan-2027-demanding --table events
        burdenshare project korea-2031 --assume ask.markup=0.25 --table assumptions
        burdenshare project korea-2031 --chart korea.vl.json
        burdenshare project korea-2031 --assume precedent.weight=0.25 -o korea.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Scenarios: names, file/variant, or paths to .yaml files.", valueName: "scenario"))
  var scenarios: [String]

  @Option(
    help: ArgumentHelp(
      "Which table: \(ProjectionTable.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "table")
  )
  var table: ProjectionTable = .paths

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many futures are drawn, \(Draws.least) to \(Draws.most); contributions and tornado have numbers of their own.",
      valueName: "count"))
  var draws = Draws.standard.count

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed of the random numbers.", valueName: "number"))
  var seed = Seed.standard.value

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
    try ProjectionChart.check(charts, table)
    if seal, table != .paths { throw ValidationError("--seal seals paths and events; leave --table out") }
  }

  func run() throws {
    let (draws, seed) = (try Draws(draws), Seed(seed))
    let options = try assume.values()
    let package = try data.package()
    let chart = try ProjectionChart(charts, table, package, file: output.file)
    let workers = PoolWorkers(threads: threads.count)
    var rows: [[Cell]] = []
    var sealed: [SealedRows] = []
    var seen: Set<String> = []
    var background = ProjectionBackground()
    for name in scenarios {
      let file = try package.scenarioFile(name)
      for scenario in try package.scenarios(named: name) {
        guard seen.insert(scenario.identifier).inserted else {
          throw CommandFailure(.usage, "scenario '\(scenario.identifier)' is named twice")
        }
        let projection = try ScenarioProjection(scenario, package, options: options)
        for note in projection.notes { output.note(note) }
        if table == .paths { try background.add(projection, package) }
        let made =
          switch table {
          case .paths, .events, .draws:
            try projection.simulated(table, draws: draws, seed: seed, workers: workers)
          case .contributions: projection.contributions(seed: seed, workers: workers)
          case .tornado: try projection.tornado(seed: seed, workers: workers)
          case .coefficients: projection.coefficients()
          case .assumptions: projection.assumptions(given: file.given[scenario.identifier] ?? [])
          }
        rows += made
        if seal {
          let events = try projection.simulated(.events, draws: draws, seed: seed, workers: workers)
          sealed.append(
            SealedRows(scenario: scenario, inputs: try file.digest(), paths: made, events: events))
        }
      }
    }
    if rows.isEmpty {
      output.note("table '\(table.rawValue)' has no rows for these scenarios")
    }
    try chart.draw(rows, background)
    let asTable = try output.resolvedFormat == .table && (table == .paths || table == .events)
    try TableOutput.write(
      asTable ? SideBySide.table(rows, table) : Table(columns: table.columns, rows: rows), output)
    if seal {
      try SealedRows.add(
        sealed, to: ledger ?? package.ledgerPath, package, assumptions: assume.assignments, draws: draws,
        seed: seed, output)
    }
  }
}

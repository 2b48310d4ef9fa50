import ArgumentParser
import Datasets
import Reporting

/// What `strategy posture` prints.
enum PostureTable: String, ExpressibleByArgument, CaseIterable {
  case drivers
  case breaks
  case burden
  case disagreement
}

/// `burdenshare strategy posture`.
struct StrategyPosture: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posture",
    abstract: "What is said to move US troops, and what allies bear by every count of the package.",
    discussion: """
      TABLES:
        drivers: driver, covariate, effect_on_troops, rule, measured_by, events,
          done, done_without_number, troops_done, source_id, note
          The covariates of posture change, each with the rule by which a number is
          made of it, and the record: events of the package that name it (one with
          several causes counts for each), those carried out, and the troops these
          moved where a number is known; empty where none is.
        breaks: ally, event_id, event_date, event, status, change, break, lower_95,
          upper_95, level_change_percent, distance_years, source_id
          The dated changes of posture, each with the nearest break of the troop
          series of its host (piecewise on logarithms) and the years from the
          event to it. Without the war of 1950 to 1954: --from 1950 includes it.
        burden: ally, measure, period, value, unit, estimate, source_id
          Contribution per troop, per cent of stationing cost, per cent of GDP, a
          row for each count. The one table that --chart draws.
        disagreement: ally, measure, period, estimates, lowest, highest, unit
          The years for which there are several counts, and how far they lie apart.

      EXAMPLES:
        burdenshare strategy posture
        burdenshare strategy posture --table breaks
        burdenshare strategy posture --table burden --ally JPN
        burdenshare strategy posture --table burden --chart burden.vl.json
        burdenshare strategy posture --table disagreement
      """)

  @Option(help: "What is printed: drivers, breaks, burden or disagreement.")
  var table: PostureTable = .drivers

  @Option(help: ArgumentHelp("Only this ally, as ISO 3166 writes it (JPN).", valueName: "code"))
  var ally: String?

  @OptionGroup var charts: ChartFileOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The first year of the troop series in which breaks are searched for. Default: \(Self.peace).",
      valueName: "year"))
  var from: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  /// The first year after the withdrawal that followed the Korean War.
  private static let peace = 1955

  func validate() throws {
    if charts.chart != nil, table != .burden { throw ValidationError("--chart goes with --table burden") }
    if charts.lang != nil, charts.chart == nil { throw ValidationError("--lang goes with --chart") }
    guard ally == nil || table != .drivers else {
      throw ValidationError("--ally goes with breaks, burden or disagreement")
    }
    guard from == nil || table == .breaks else { throw ValidationError("--from goes with breaks") }
  }

  mutating func keepOnlyTable() { (charts.chart, charts.lang) = (nil, nil) }

  func run() throws {
    let package = try data.package()
    switch table {
    case .drivers:
      let drivers = try package.postureDrivers()
      output.note(
        "effects and rules are documented, not estimated: so few cuts were carried out that no slope can be told from "
          + "zero, and none followed a failed round of cost sharing; the package has no yearly values of the rules"
      )
      let hosts = Set(drivers.flatMap(\.hosts)).sorted()
      output.note(
        "the events are of \(hosts.joined(separator: ", ")) alone; do not add rows, some share an event")
      try TableOutput.write(self.drivers(drivers), output)
    case .breaks: try breaks(package)
    case .burden:
      let drawing = try ChartOutput(file: charts, table: output.file)
      let estimates = try selected(try package.burdenEstimates())
      let made = burden(estimates)
      output.note(
        "each estimator counts other costs (pay of soldiers, rent forgone, construction), so a share belongs to its "
          + "estimate; --table disagreement shows how far they lie apart")
      if drawing.wantsFile {
        let source = drawing.phrases.source(package, sources: Set(estimates.flatMap(\.sources)))
        try drawing.write(try BurdenChart(estimates: made, drawing.phrases, source: source).chart)
      }
      try TableOutput.write(made, output)
    case .disagreement:
      try TableOutput.write(disagreement(try selected(try package.burdenEstimates())), output)
    }
  }

  private func breaks(_ package: DataPackage) throws {
    let events = try package.postureEvents()
    let hosts = Set(events.map(\.host)).sorted()
    let first = try SelectionOptions.year(from, "--from") ?? Self.peace
    var table = Table(columns: PostureBreakReport.columns)
    for host in try ally.map({ [try known($0, among: hosts, "event")] }) ?? hosts {
      let report = try PostureBreakReport(host, events, package, from: first)
      report.notes.forEach { output.note($0) }
      table.rows += report.rows
    }
    try TableOutput.write(table, output)
  }

  private func selected(_ estimates: [BurdenEstimate]) throws -> [BurdenEstimate] {
    guard let ally else { return estimates }
    let name = try known(ally, among: Set(estimates.map(\.ally)).sorted(), "figure")
    return estimates.filter { $0.ally == name }
  }

  private func known(_ ally: String, among allies: [String], _ what: String) throws -> String {
    let name = ally.uppercased()
    guard allies.contains(name) else {
      throw CommandFailure(
        .usage, "--ally: no \(what) for '\(ally)'; there are \(allies.joined(separator: ", "))")
    }
    return name
  }

  private func drivers(_ drivers: [PostureDriver]) -> Table {
    Table(
      columns: [
        "driver", "covariate", "effect_on_troops", "rule", "measured_by", "events", "done",
        "done_without_number", "troops_done", "source_id", "note",
      ],
      rows: drivers.map {
        [
          .text($0.identifier), .text($0.covariate), .text($0.effect), .text($0.rule), .text($0.measuredBy),
          .integer($0.events), .integer($0.done), .integer($0.doneWithoutNumber), .optional($0.change),
          .text($0.sources.joined(separator: ";")),
          .text($0.note),
        ]
      })
  }

  private func burden(_ estimates: [BurdenEstimate]) -> Table {
    Table(
      columns: ["ally", "measure", "period", "value", "unit", "estimate", "source_id"],
      rows: estimates.map {
        [
          .text($0.ally), .text($0.measure.rawValue), $0.period.isEmpty ? .missing : .text($0.period),
          .number($0.value),
          .text($0.measure.unit), .text($0.estimate), .text($0.sources.joined(separator: ";")),
        ]
      })
  }

  private func disagreement(_ estimates: [BurdenEstimate]) -> Table {
    var table = Table(columns: ["ally", "measure", "period", "estimates", "lowest", "highest", "unit"])
    var rest = estimates[...]
    // They come by ally, measure and period, so counts of one year stand together.
    while let first = rest.first {
      let same = rest.prefix {
        $0.ally == first.ally && $0.measure == first.measure && $0.period == first.period
      }
      rest = rest.dropFirst(same.count)
      let values = same.map(\.value)
      guard same.count > 1, let lowest = values.min(), let highest = values.max(), lowest < highest
      else { continue }
      table.rows.append([
        .text(first.ally), .text(first.measure.rawValue), .text(first.period), .integer(same.count),
        .number(lowest), .number(highest), .text(first.measure.unit),
      ])
    }
    return table
  }
}

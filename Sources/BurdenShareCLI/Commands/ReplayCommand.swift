import ArgumentParser
import Datasets
import Negotiation
import Reporting
import Series

/// `burdenshare replay`.
struct ReplayCommand: ChartingCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Forecast past rounds as of the day before they were agreed, and score it.",
    discussion: """
      Each round is forecast from the rounds agreed before it, from the asks and offers that were public, its own \
      included, and from the priors that could be set on that date, as 'project' takes them; at least five rounds must \
      have been agreed. Scores are CRPS of the amount in the row's unit; crps_naive \
      is that of no change with the past spread. Tables: rounds; scores (against no change, no change with the past \
      spread, drift, the trend forecast of the series, the midpoint of ask and last amount, the offer; on \
      ln(settlement / last amount)); checks (the conditions that the model has to meet); events and talks (agreed in \
      time for a term, stopgap, lapse, forecast when talks began: three separate questions of yes or no; JP-SMA-2008, \
      agreed in time and approved late, is agreed and a lapse; parliament, elections and moves of the posture, which \
      'project' has, are left out of lapse); pit (outcomes by fifths of their forecast). A skill is shown \
      when an exact sign-flip test gives p below 0.05, corrected by Holm's method for the number of baselines or of \
      events (p_adjusted), else it is not. crps-without-own-rounds is the fairest row: the ally's own rounds are not \
      fitted.

      EXAMPLES:
        burdenshare replay JP-SMA-2021X --as-of 2020-12-15
        burdenshare replay KOR-SMA-11 KOR-SMA-12 --no-ask --format table
        burdenshare replay --table events
        burdenshare replay --table events --assume prior.timing.demanding.mean=-1.2
        burdenshare replay --chart calibration.vl.json
      """)

  @Argument(
    help: ArgumentHelp("Rounds to replay. Default: all with enough rounds before.", valueName: "round"))
  var rounds: [String] = []

  @Option(
    help: ArgumentHelp(
      "Forecast as of this date (2020, 2020-12 or 2020-12-15). Default: the day before each round was agreed.",
      valueName: "date"))
  var asOf: String?

  @Flag(help: "Leave each round's own ask and offer unseen (tables rounds and pit).")
  var noAsk = false

  @Option(
    name: .customLong("assume"), parsing: .singleValue,
    help: ArgumentHelp(
      "Assume another prior at every date, KEY=NUMBER; may be repeated: prior.timing.demanding.mean=0. 'burdenshare "
        + "scenario show NAME' lists the keys; those of the fits count.", valueName: "key=number"))
  var assume: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which table: \(ReplayTable.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "table"))
  var table: ReplayTable = .rounds

  @OptionGroup var charts: ChartOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if noAsk, table != .rounds, table != .pit {
      throw ValidationError("--no-ask goes with --table rounds or pit; the others show both")
    }
    if charts.isAsked, table != .rounds {
      throw ValidationError("--chart and --plot go with --table rounds")
    }
    if asOf != nil, table == .events || table == .talks {
      throw ValidationError(
        "--as-of does not go with --table \(table.rawValue): talks are forecast when they begin")
    }
  }

  func run() throws {
    let package = try data.package()
    let drawing = try ChartOutput(charts, table: output.file)
    let plan = try ReplayPlan(
      evidence: try package.evidence(), options: try assumed(), date: try asOf.map { try PartialDate($0) })
    for note in ReplayNotes.assumed(plan.options) { output.note(note) }
    let rows =
      switch table {
      case .events, .talks: try talks(plan)
      case .rounds, .scores, .checks, .pit: try settled(plan, package)
      }
    let made = Table(columns: table.columns, rows: rows)
    try drawing.drawCalibration(of: made, package)
    try TableOutput.write(made, output)
  }

  /// What is assumed at every date.
  private func assumed() throws -> [String: AssumedValue] {
    let (values, others) = try AssumeOptions.given(assume)
    // A key that is no assumption at all is told with its nearest name.
    for other in others { _ = try AssumptionCatalog.standard.assumption(other.key) }
    for key in values.keys.sorted() where !ReplayPlan.takes(key) {
      throw CommandFailure(
        .usage, "--assume \(key) enters no replay",
        hint:
          "a replay takes the priors of step and month (prior.*) and what weighs asks and offers; 'project' takes all"
      )
    }
    return values
  }

  private func settled(_ plan: ReplayPlan, _ package: DataPackage) throws -> [[Cell]] {
    let sight = noAsk ? ReplayedRound.Sight.withoutAsk : .withAsk
    let replayed = try replay(try chosen(plan), plan, TrendBaseline(package: package))
    let summary = try ReplaySummary(replayed)
    switch table {
    case .checks:
      var checks = summary.checks()
      if let next = plan.nextRound, let base = next.base {
        checks += try plan.priorChecks(ally: next.ally, base: base, asOf: plan.lastDate)
        checks += try growthChecks(next, plan, package)
      }
      output.note(ReplayNotes.checks(checks))
      return ReplayRows.checks(checks)
    case .scores:
      for note in ReplayNotes.rounds(summary, sight) { output.note(note) }
      return ReplayRows.scores(summary)
    case .pit: return ReplayRows.transforms(replayed, sight)
    default:
      for note in ReplayNotes.rounds(summary, sight) { output.note(note) }
      return ReplayRows.rounds(replayed, sight)
    }
  }

  /// The prior of growth, over the years from the last amount to the middle of a term of five.
  private func growthChecks(
    _ next: Round, _ plan: ReplayPlan, _ package: DataPackage
  ) throws -> [ReplayCheck] {
    let book = try AssumptionBook()
    let ally = try Ally(code: next.ally)
    let series = try package.series(ally.series, Selection()).series
    let agreements = plan.evidence.rounds.filter { $0.ally == next.ally }.map(\.firstYear)
    let from = try book.value("growth.record_from").median
    let growth = try WithinTermGrowth(of: series, agreements: Set(agreements), from: Int(from))
    let discount = try book.value("growth.discount").median
    return try growth.priorChecks(discount: discount, over: max(1, next.firstYear + 2 - series.lastYear))
  }

  private func chosen(_ plan: ReplayPlan) throws -> [Round] {
    var chosen: [Round] = []
    for name in rounds where !chosen.contains(where: { $0.identifier == name }) {
      chosen.append(try plan.round(name))
    }
    if rounds.isEmpty { chosen = plan.rounds }
    guard !chosen.isEmpty else {
      throw CommandFailure(
        .badData, "no round can be replayed\(asOf.map { " as of \($0)" } ?? "")",
        hint: "a round needs \(plan.minimumRounds) rounds agreed before the date, and must be agreed after it"
      )
    }
    return chosen
  }

  private func replay(_ rounds: [Round], _ plan: ReplayPlan, _ trend: TrendBaseline) throws -> [ReplayedRound]
  {
    let outcomes = try ReplayRun(plan: plan, trend: trend).outcomes(rounds, threads: threads.count)
    for outcome in outcomes where output.verbose {
      guard let failure = outcome.withoutTrend else { continue }
      output.note("\(outcome.round.round.identifier): no trend forecast: \(failure.message)")
    }
    return outcomes.map(\.round)
  }

  private func talks(_ plan: ReplayPlan) throws -> [[Cell]] {
    var chosen = plan.talks
    for name in rounds {
      let round = try plan.evidence.round(name)
      guard chosen.contains(round) else {
        throw CommandFailure(
          .badData,
          "the talks of round '\(name)' cannot be replayed: their months are not known, or those of fewer than three "
            + "earlier rounds")
      }
    }
    if !rounds.isEmpty { chosen = chosen.filter { rounds.contains($0.identifier) } }
    guard !chosen.isEmpty else { throw CommandFailure(.badData, "no talks can be replayed") }
    let talks = try WorkerPool.map(chosen, threads: threads.count) { round in
      Result { try plan.replayTalks(round) }
    }.map { try $0.get() }
    let summaries = try EventSummary.all(talks)
    for note in ReplayNotes.events(summaries) { output.note(note) }
    return table == .events ? ReplayRows.events(summaries) : ReplayRows.talks(talks)
  }
}

import Datasets
import Negotiation
import Probability
import Reporting
import Series

/// What the replay says: the rounds of the past, forecast as of the day before they were agreed, with every baseline.
struct ReplayPart {
  /// The rounds, as `replay` prints them.
  let rounds: Table
  /// The scores, as `replay --table scores` prints them.
  let scores: Table
  /// How many rounds the 90 % interval held, of how many, and whose they were.
  let held: (hits: Int, count: Int, allies: [String])?
  /// The sources of the rounds.
  let sources: Set<String>

  /// Replays rounds.
  ///
  /// - Parameters:
  ///   - names: of the rounds; all that can be replayed for `nil`.
  ///   - package: where they are.
  ///   - threads: how many work.
  /// - Throws: what reading and replaying throw.
  init(_ names: [String]?, _ package: DataPackage, threads: Int) throws {
    let plan = try ReplayPlan(evidence: try package.evidence())
    let chosen = try names?.map { try plan.round($0) } ?? plan.rounds
    let run = ReplayRun(plan: plan, trend: TrendBaseline(package: package))
    let replayed = try run.outcomes(chosen, threads: threads).map(\.round)
    let summary = try ReplaySummary(replayed)
    rounds = Table(columns: ReplayTable.rounds.columns, rows: ReplayRows.rounds(replayed, .withAsk))
    sources = Evidence.sources(of: replayed.map(\.round))
    scores = Table(columns: ReplayTable.scores.columns, rows: ReplayRows.scores(summary))
    let allies = Set(replayed.map(\.round.ally)).sorted()
    held = summary.coverages.first { $0.sight == .withAsk && $0.level == 0.9 }.map {
      (hits: $0.coverage.hits, count: $0.coverage.count, allies: allies)
    }
  }

  /// The rounds that can be replayed and were agreed by a date.
  ///
  /// - Parameters:
  ///   - date: after which nothing is used.
  ///   - package: where they are.
  /// - Returns: their names.
  /// - Throws: what reading throws.
  static func names(agreedBy date: PartialDate, _ package: DataPackage) throws -> [String] {
    try ReplayPlan(evidence: try package.evidence()).rounds
      .filter { round in round.agreed.map { $0 <= date } ?? false }.map(\.identifier)
  }
}

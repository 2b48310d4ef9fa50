import Negotiation

/// The replay of rounds with every baseline, the trend forecast of the series among them, for whoever tells its scores.
///
/// Holm's correction counts the baselines, so a table that lacks one says something else about the others.
struct ReplayRun {
  /// One round, and why it has no trend forecast, if it has none.
  struct Outcome {
    let round: ReplayedRound
    let withoutTrend: CommandFailure?
  }

  let plan: ReplayPlan
  let trend: TrendBaseline

  /// Replays some rounds.
  ///
  /// - Parameters:
  ///   - rounds: which.
  ///   - threads: how many work.
  /// - Returns: an outcome for each, in their order.
  /// - Throws: what replaying throws; a round without a trend forecast is replayed all the same, without that baseline.
  func outcomes(_ rounds: [Round], threads: Int) throws -> [Outcome] {
    try WorkerPool.map(rounds, threads: threads) { round in
      Result { try outcome(round) }
    }.map { try $0.get() }
  }

  private func outcome(_ round: Round) throws -> Outcome {
    switch plan.date(for: round).map({ trend.amounts(for: round, asOf: $0) }) {
    case .success(let amounts)?:
      Outcome(round: try plan.replay(round, trend: amounts), withoutTrend: nil)
    case .failure(let failure)?:
      Outcome(round: try plan.replay(round, trend: []), withoutTrend: failure)
    case nil: Outcome(round: try plan.replay(round, trend: []), withoutTrend: nil)
    }
  }
}

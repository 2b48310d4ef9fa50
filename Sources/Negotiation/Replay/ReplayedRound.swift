public import Series

/// A past round, forecast as of a date before it was agreed, and scored.
public struct ReplayedRound: Sendable {
  /// Whether the round's own ask and offer, as far as they were public, were seen.
  public enum Sight: String, Sendable, Hashable, CaseIterable {
    /// As known then.
    case withAsk = "with"
    /// Neither; the ask has the posture's distribution.
    case withoutAsk = "without"
  }

  /// The round.
  public let round: Round
  /// The date of the forecast.
  public let date: PartialDate
  /// L.
  public let base: Double
  /// S, what happened.
  public let actual: Double
  /// The ask that was public then, in the round's unit.
  public let ask: Double?
  /// The offer that was public then, in the round's unit.
  public let offer: Double?
  /// The scores of the model.
  public let scores: [Sight: StepScore]
  /// The scores of the model fitted on the rounds of other allies only, with the ask.
  public let withoutOwnRounds: StepScore?
  /// The scores of the baselines that could be made.
  public let baselines: [ReplayBaseline: BaselineScore]
}

import ArgumentParser

/// What `replay` prints.
enum ReplayTable: String, ExpressibleByArgument, CaseIterable {
  /// A row for each round.
  case rounds
  /// The model against each baseline, and coverage.
  case scores
  /// The conditions that the model has to meet.
  case checks
  /// The probabilities of agreement in time, stopgap and lapse, scored.
  case events
  /// The same for each round's talks.
  case talks
  /// How often outcomes fell into each fifth of their forecast.
  case pit

  /// The names of the columns.
  var columns: [String] {
    switch self {
    case .rounds:
      [
        "round_id", "ally", "posture", "as_of", "measure", "unit", "mean", "q05", "q50", "q95", "actual",
        "crps", "crps_naive", "pit",
      ]
    case .scores:
      [
        "ask", "score", "against", "rounds", "value", "reference", "skill", "p_value", "p_adjusted", "shown",
        "lower_95", "upper_95",
      ]
    case .checks: ["check", "value", "at_least", "at_most", "passed"]
    case .events:
      [
        "event", "talks", "happened", "brier", "brier_frequency", "skill", "p_value", "p_adjusted", "shown",
        "reliability", "resolution", "uncertainty", "within_bins",
      ]
    case .talks:
      ["round_id", "ally", "posture", "as_of", "event", "probability", "frequency", "happened"]
    case .pit: ["ask", "from", "to", "rounds", "expected"]
    }
  }
}

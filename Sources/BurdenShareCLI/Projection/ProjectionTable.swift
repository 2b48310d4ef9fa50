import ArgumentParser

/// The tables of `burdenshare project`.
enum ProjectionTable: String, ExpressibleByArgument, CaseIterable {
  case paths, events, contributions, tornado, coefficients, assumptions, draws, game

  /// The columns.
  var columns: [String] {
    switch self {
    case .paths:
      ["scenario", "measure", "unit", "period", "mean", "q05", "q10", "q25", "q50", "q75", "q90", "q95"]
    case .events: ["scenario", "round_id", "event", "probability", "standard_error", "q05", "q95"]
    case .contributions: ["scenario", "measure", "unit", "period", "driver", "contribution"]
    case .tornado:
      [
        "scenario", "measure", "unit", "period", "assumption", "mark", "low", "high", "median",
        "median_at_low",
        "median_at_high", "swing",
      ]
    case .coefficients:
      [
        "scenario", "fit", "coefficient", "rounds", "prior_mean", "prior_sd", "prior_q05", "prior_q95",
        "posterior_mean", "posterior_sd", "posterior_q05", "posterior_q95", "reading",
      ]
    case .assumptions:
      ["scenario", "assumption", "value", "mark", "origin", "meaning", "reason", "source_id"]
    case .draws: ["scenario", "draw", "measure", "unit", "period", "value"]
    case .game: ["scenario"] + GameReport.equilibriumColumns
    }
  }
}

/// The logit quantal response equilibria on the principal branch: where players who err a little less and less end.
///
/// At precision λ every strategy is played with a probability proportional to e^(λ × its expected payoff). The branch
/// begins at λ = 0, where all strategies are equally likely, and is followed with a predictor along the tangent and
/// Newton's corrector, in z = log-odds against each player's first strategy, so that probabilities stay positive. Each
/// requested λ is answered at the branch's first crossing of it.
///
/// Edge Cases:
///
/// - At a fork (symmetric games) the branch goes straight on.
/// - What a player gets whatever she does changes nothing, and each player's payoffs may have a scale of their own: only
///   exact differences are rounded, each player's by a unit of her own.
/// - Payoffs are ordinal in many games; then λ has no scale, and the path shows only its direction.
/// - The path is given up after a limit of steps with `workLimit`.
///
/// Sources: McKelvey & Palfrey (1995), Games and Economic Behavior 10, 6-38; Turocy (2005), same journal 51, 243-263.
public struct LogitResponse: Equatable, Sendable {
  /// λ.
  public let precision: Double
  /// For each player the probability of each strategy.
  public let probabilities: [[Double]]

  /// The most steps along the branch.
  public static let stepLimit = 20_000

  /// Follows the principal branch.
  ///
  /// - Parameters:
  ///   - game: of any number of players, with at most 64 strategies altogether.
  ///   - precisions: the λ asked for, not negative, ascending.
  /// - Returns: the response at each.
  /// - Throws: `tooMany`, `outside`, `notFinite`, `notRepresentable` or `workLimit`.
  public static func principalBranch(
    _ game: NormalFormGame, at precisions: [Double]
  ) throws(StrategyError) -> [LogitResponse] {
    var last = 0.0
    for precision in precisions {
      try StrategyError.requireFinite(precision, .precision)
      guard precision >= last else {
        throw .outside(.precision, value: "\(precision)", allowed: "at least \(last)")
      }
      last = precision
    }
    let branch = try LogitBranch(game)
    return try branch.responses(at: precisions)
  }
}

/// How patient players must be to keep to a profile of the one-shot game for ever.
///
/// Whoever leaves the profile is answered by the one-shot equilibrium e from the next period on. Player i keeps to profile
/// c when δ ≥ (best deviation - c_i)/(best deviation - e_i); the profile is held up when all do.
///
/// Edge Cases:
///
/// - Only profiles that are better than e for everyone are listed: others cannot be held up in this way, or need not be.
///
/// Source: Friedman (1971), Review of Economic Studies 38, 1-12.
public struct RepeatedGame: Equatable, Sendable {
  /// A profile that patience can hold up.
  public struct Agreement: Equatable, Sendable {
    /// The profile, as a place in the game's payoffs.
    public let profile: Int
    /// The equilibrium that punishes.
    public let punishment: Int
    /// For each player the least discount factor; zero for one who gains nothing by leaving.
    public let discountFactors: [Rational]

    /// The least discount factor at which everyone keeps to it.
    public var criticalDiscount: Rational { discountFactors.max() ?? .zero }
  }

  /// The profiles, in the order of the game's payoffs.
  public let agreements: [Agreement]

  /// Finds the profiles.
  ///
  /// - Parameter game: the game of one period.
  public init(_ game: NormalFormGame) {
    let equilibria = game.pureEquilibria
    agreements = game.payoffs.indices.flatMap { profile in
      equilibria.compactMap { Self.agreement(game, profile, punishment: $0) }
    }
  }

  private static func agreement(_ game: NormalFormGame, _ profile: Int, punishment: Int) -> Agreement? {
    var factors: [Rational] = []
    for player in game.players.indices {
      let (kept, punished) = (game.payoffs[profile][player], game.payoffs[punishment][player])
      guard kept > punished else { return nil }
      let temptation =
        (0..<game.sizes[player]).map {
          game.payoffs[game.index(profile, player: player, playing: $0)][player]
        }.max() ?? kept
      // The temptation is at least what is kept, and that exceeds the punishment: no division by zero.
      let (gain, loss) = (temptation - kept, temptation - punished)
      factors.append(
        Rational(gain.numerator * loss.denominator, overNonzero: gain.denominator * loss.numerator))
    }
    return Agreement(profile: profile, punishment: punishment, discountFactors: factors)
  }
}

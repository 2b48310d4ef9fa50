/// How patient players must be to keep to a profile of the one-shot game for ever.
///
/// Whoever leaves the profile is answered by the one-shot equilibrium e from the next period on, pure or mixed. Player i
/// keeps to profile c when δ ≥ (best deviation - c_i)/(best deviation - e_i); the profile is held up when all do.
///
/// Edge Cases:
///
/// - Only profiles that are better than e for someone and worse for no one are listed. Whoever can gain by leaving must
///   be better off than in e; whoever cannot keeps to the profile without patience.
/// - Threats other than an equilibrium for ever may hold up more.
///
/// Source: Friedman (1971), Review of Economic Studies 38, 1-12.
public struct RepeatedGame: Equatable, Sendable {
  /// A profile that patience can hold up.
  public struct Agreement: Equatable, Sendable {
    /// The profile, as a place in the game's payoffs.
    public let profile: Int
    /// The equilibrium that punishes, as a place in the list of punishments.
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
  /// - Parameters:
  ///   - game: the game of one period.
  ///   - punishments: everyone's expected payoffs in each of some equilibria of it.
  /// - Throws: `lengthMismatch`.
  public init(_ game: NormalFormGame, punishments: [[Rational]]) throws(StrategyError) {
    for punishment in punishments where punishment.count != game.players.count {
      throw .lengthMismatch(.payoffs, expected: game.players.count, actual: punishment.count)
    }
    agreements = game.payoffs.indices.flatMap { profile in
      let temptations = Self.temptations(game, profile)
      return punishments.indices.compactMap { place -> Agreement? in
        Self.discountFactors(game.payoffs[profile], temptations, punishments[place]).map {
          Agreement(profile: profile, punishment: place, discountFactors: $0)
        }
      }
    }
  }

  /// The best that each player could have for one period, by leaving or by staying.
  private static func temptations(_ game: NormalFormGame, _ profile: Int) -> [Rational] {
    game.players.indices.map { player in
      let kept = game.payoffs[profile][player]
      return (0..<game.sizes[player]).reduce(kept) {
        max($0, game.payoffs[game.index(profile, player: player, playing: $1)][player])
      }
    }
  }

  private static func discountFactors(
    _ kept: [Rational], _ temptations: [Rational], _ punished: [Rational]
  ) -> [Rational]? {
    guard kept != punished else { return nil }
    var factors: [Rational] = []
    for player in kept.indices {
      let (gain, loss) = (temptations[player] - kept[player], temptations[player] - punished[player])
      guard kept[player] >= punished[player], gain.isZero || kept[player] > punished[player] else {
        return nil
      }
      // What tempts is above what is kept, and that above the punishment: no division by zero.
      factors.append(
        gain.isZero
          ? .zero
          : Rational(gain.numerator * loss.denominator, overNonzero: gain.denominator * loss.numerator))
    }
    return factors
  }
}

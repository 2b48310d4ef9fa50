/// One strategy, or a mixture of them, is better than another of the same player, whatever the others do.
public struct Dominance: Hashable, Sendable {
  /// How much better.
  public enum Kind: String, CaseIterable, Sendable {
    /// Better against every choice of the others.
    case strict
    /// Never worse, and better against some choice.
    case weak
  }

  /// The player.
  public let player: Int
  /// The worse strategy.
  public let dominated: Int
  /// The better one; `nil` when it takes a mixture of several.
  public let dominating: Int?
  /// How much better; `strict` where both hold.
  public let kind: Kind
}

/// What is left when dominated strategies are taken away again and again.
///
/// In each round every strategy that some remaining pure one dominates goes, of all players at once; where mixtures count,
/// a round in which no pure one dominates takes what a mixture does. Under strict dominance the order makes no
/// difference; under weak dominance it can, and this is the order taken.
///
/// Source: Osborne & Rubinstein (1994), sections 4.2 and 4.3.
public struct IteratedDominance: Equatable, Sendable {
  /// One strategy that was taken away.
  public struct Step: Equatable, Sendable {
    /// From 1.
    public let round: Int
    /// Who lost it, and to what.
    public let dominance: Dominance
  }

  /// The strategies in the order in which they went.
  public let steps: [Step]
  /// For each player the strategies that are left.
  public let surviving: [[Int]]
}

extension NormalFormGame {
  /// Every pair of strategies of which one dominates the other.
  public var dominances: [Dominance] { dominances(among: sizes.map { Array(0..<$0) }) }

  /// The strategies that a mixture dominates strictly and no pure strategy does.
  ///
  /// - Parameter steps: how many steps the search may take.
  /// - Returns: them, without a dominating strategy.
  /// - Throws: `workLimit`.
  public func mixtureDominances(
    steps: Int = NashEquilibria.defaultSteps
  ) throws(StrategyError) -> [Dominance] {
    var budget = WorkBudget(limit: steps)
    return try mixtureDominances(among: sizes.map { Array(0..<$0) }, budget: &budget)
  }

  /// Takes strategies that are dominated by pure ones away until none is left.
  ///
  /// - Parameter kind: `strict` takes only strictly dominated ones away, `weak` both.
  /// - Returns: what went, and what is left: at least one strategy of each player.
  public func iteratedDominance(_ kind: Dominance.Kind) -> IteratedDominance {
    iteratedDominance { remaining in
      dominances(among: remaining).filter { kind == .weak || $0.kind == .strict }
    }
  }

  /// Takes strategies that are strictly dominated by pure ones or by mixtures away until none is left.
  ///
  /// - Parameter steps: how many steps the search may take.
  /// - Returns: what went, and what is left: of two players, the rationalizable strategies.
  /// - Throws: `workLimit`.
  public func iteratedDominanceByMixtures(
    steps: Int = NashEquilibria.defaultSteps
  ) throws(StrategyError) -> IteratedDominance {
    var budget = WorkBudget(limit: steps)
    return try iteratedDominance { remaining throws(StrategyError) in
      let pure = dominances(among: remaining).filter { $0.kind == .strict }
      return pure.isEmpty ? try mixtureDominances(among: remaining, budget: &budget) : pure
    }
  }

  private func iteratedDominance<Failure: Error>(
    _ dominated: ([[Int]]) throws(Failure) -> [Dominance]
  ) throws(Failure) -> IteratedDominance {
    var remaining = sizes.map { Array(0..<$0) }
    var steps: [IteratedDominance.Step] = []
    for round in 1... {
      let found = try dominated(remaining)
      // The first that dominates is named for each; dominance has no circles, so one strategy always stays.
      var gone: [Dominance] = []
      for dominance in found
      where !gone.contains(where: { $0.player == dominance.player && $0.dominated == dominance.dominated }) {
        gone.append(dominance)
      }
      if gone.isEmpty { break }
      for dominance in gone {
        steps.append(IteratedDominance.Step(round: round, dominance: dominance))
        remaining[dominance.player].removeAll { $0 == dominance.dominated }
      }
    }
    return IteratedDominance(steps: steps, surviving: remaining)
  }

  private func dominances(among remaining: [[Int]]) -> [Dominance] {
    var found: [Dominance] = []
    for player in players.indices {
      let values = values(of: player, among: remaining)
      for (lower, dominated) in remaining[player].enumerated() {
        for (upper, dominating) in remaining[player].enumerated() where upper != lower {
          let pairs = zip(values[upper], values[lower])
          guard pairs.allSatisfy({ $0 >= $1 }), values[upper] != values[lower] else { continue }
          let kind: Dominance.Kind = pairs.allSatisfy { $0 > $1 } ? .strict : .weak
          found.append(
            Dominance(player: player, dominated: dominated, dominating: dominating, kind: kind))
        }
      }
    }
    return found
  }

  private func mixtureDominances(
    among remaining: [[Int]], budget: inout WorkBudget
  ) throws(StrategyError) -> [Dominance] {
    var found: [Dominance] = []
    for player in players.indices {
      let values = values(of: player, among: remaining)
      for (place, strategy) in remaining[player].enumerated() {
        let gains = values.indices.filter { $0 != place }.map { other in
          zip(values[other], values[place]).map { $0 - $1 }
        }
        let isPure = gains.contains { $0.allSatisfy { $0 > 0 } }
        guard !isPure, try MixtureDominance.exists(gains, budget: &budget) else { continue }
        found.append(Dominance(player: player, dominated: strategy, dominating: nil, kind: .strict))
      }
    }
    return found
  }

  /// What each of a player's remaining strategies gives, by the others' remaining choices.
  private func values(of player: Int, among remaining: [[Int]]) -> [[Rational]] {
    let allowed = remaining.map(Set.init)
    let others = choicesOfOthers(than: player).filter { choice in
      zip(profile(at: choice), allowed).enumerated().allSatisfy { $0 == player || $1.1.contains($1.0) }
    }
    return remaining[player].map { strategy in
      others.map { payoffs[index($0, player: player, playing: strategy)][player] }
    }
  }
}

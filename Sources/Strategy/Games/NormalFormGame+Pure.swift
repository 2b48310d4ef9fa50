/// What can be said of pure strategies, for any number of players.
extension NormalFormGame {
  /// The profiles in which no player gains by another strategy, in the order of ``payoffs``.
  public var pureEquilibria: [Int] {
    payoffs.indices.filter { index in
      players.indices.allSatisfy { player in
        (0..<sizes[player]).allSatisfy {
          payoffs[self.index(index, player: player, playing: $0)][player] <= payoffs[index][player]
        }
      }
    }
  }

  /// The profiles to which no other is better for someone and worse for no one.
  public var paretoEfficientProfiles: [Int] {
    // Whoever is better for someone and worse for no one has the larger sum, and comes first in this order.
    let sums = Dictionary(payoffs.map { ($0, $0.reduce(.zero, +)) }) { sum, _ in sum }
    let descending = sums.sorted { $0.value > $1.value }.map(\.key)
    var efficient: Set<[Rational]> = []
    for payoff in descending
    where !efficient.contains(where: { zip($0, payoff).allSatisfy { $0 >= $1 } }) {
      efficient.insert(payoff)
    }
    return payoffs.indices.filter { efficient.contains(payoffs[$0]) }
  }

  /// What each player can make sure of with a pure strategy.
  public var pureMaximin: [Rational] {
    players.indices.map { player in
      let others = choicesOfOthers(than: player)
      let worst = (0..<sizes[player]).map { strategy in
        others.map { payoffs[index($0, player: player, playing: strategy)][player] }.min() ?? .zero
      }
      return worst.max() ?? .zero
    }
  }

  /// A player's best answers to one choice of the others.
  public struct BestResponse: Equatable, Sendable {
    /// The player who answers.
    public let player: Int
    /// The others' strategies, the player's own place empty.
    public let others: [Int?]
    /// The best strategies, several when they tie.
    public let strategies: [Int]
    /// What they give.
    public let payoff: Rational
  }

  /// Every player's best answers to every choice of the others.
  public var bestResponses: [BestResponse] {
    players.indices.flatMap { player in
      choicesOfOthers(than: player).map { choice in
        let values = (0..<sizes[player]).map {
          payoffs[index(choice, player: player, playing: $0)][player]
        }
        let best = values.max() ?? .zero
        var others: [Int?] = profile(at: choice)
        others[player] = nil
        return BestResponse(
          player: player, others: others, strategies: values.indices.filter { values[$0] == best },
          payoff: best)
      }
    }
  }

  /// Whether no player gains by leaving a profile of mixed strategies, exactly.
  ///
  /// - Parameter mixture: for each player the probability of each strategy.
  /// - Returns: whether it is an equilibrium.
  /// - Throws: `lengthMismatch`, or `outside` where probabilities are negative or do not add up to 1.
  public func isEquilibrium(_ mixture: [[Rational]]) throws(StrategyError) -> Bool {
    guard mixture.count == players.count else {
      throw .lengthMismatch(.probabilities, expected: players.count, actual: mixture.count)
    }
    for (probabilities, size) in zip(mixture, sizes) {
      guard probabilities.count == size else {
        throw .lengthMismatch(.probabilities, expected: size, actual: probabilities.count)
      }
      for probability in probabilities {
        try StrategyError.require(probability, .probabilities, from: .zero, to: .one)
      }
      let total = probabilities.reduce(Rational.zero, +)
      guard total == 1 else { throw .outside(.probabilities, value: "\(total) together", allowed: "1") }
    }
    return players.indices.allSatisfy { player in
      let values = expectedPayoffs(of: player, against: mixture)
      let best = values.max() ?? .zero
      return zip(values, mixture[player]).allSatisfy { $1.isZero || $0 == best }
    }
  }

  /// What each strategy of a player gives against the others' mixtures.
  func expectedPayoffs(of player: Int, against mixture: [[Rational]]) -> [Rational] {
    var values = [Rational](repeating: .zero, count: sizes[player])
    for index in payoffs.indices {
      let profile = profile(at: index)
      var weight = Rational.one
      for other in players.indices where other != player { weight = weight * mixture[other][profile[other]] }
      if !weight.isZero {
        values[profile[player]] = values[profile[player]] + weight * payoffs[index][player]
      }
    }
    return values
  }
}

/// From which value of a parameter a strategy dominates, or a profile is an equilibrium.
///
/// Every payoff is a straight line in the parameter, so each question is an intersection of half-lines and its answer an
/// exact interval. A side payment to whoever plays a strategy is the parameter with slope one in these payoffs.
public struct PayoffThresholds: Sendable {
  /// Names and numbers; its payoffs are those at the parameter's value zero.
  private let game: NormalFormGame
  private let lines: [[AffineForm]]

  /// A game whose payoffs depend on a parameter.
  ///
  /// - Parameters:
  ///   - game: at any value of the parameter.
  ///   - lines: for each profile everyone's payoffs.
  /// - Throws: `lengthMismatch`.
  public init(_ game: NormalFormGame, lines: [[AffineForm]]) throws(StrategyError) {
    guard lines.count == game.payoffs.count else {
      throw .lengthMismatch(.profiles, expected: game.payoffs.count, actual: lines.count)
    }
    for line in lines where line.count != game.players.count {
      throw .lengthMismatch(.payoffs, expected: game.players.count, actual: line.count)
    }
    self.game = game
    self.lines = lines
  }

  /// A game in which someone pays whoever plays a strategy.
  ///
  /// - Parameters:
  ///   - game: without the payment.
  ///   - player: who is paid, one of the game's.
  ///   - strategy: for playing what.
  /// - Throws: `unknown` for a player or strategy that the game has not.
  public init(_ game: NormalFormGame, sidePaymentTo player: Int, for strategy: Int) throws(StrategyError) {
    guard game.players.indices.contains(player) else { throw .unknown(.players, name: "\(player)") }
    guard (0..<game.sizes[player]).contains(strategy) else {
      throw .unknown(.strategies, name: "\(strategy)")
    }
    self.game = game
    lines = game.payoffs.indices.map { index in
      game.players.indices.map { other in
        let isPaid = other == player && game.profile(at: index)[player] == strategy
        return AffineForm(constant: game.payoffs[index][other], slope: isPaid ? 1 : 0)
      }
    }
  }

  /// The values at which a strategy is never worse than any other of the player's, or always better.
  ///
  /// - Parameters:
  ///   - player: the player.
  ///   - strategy: the strategy.
  ///   - isStrict: always better, in place of never worse.
  /// - Returns: the interval, or `nil` for none.
  public func dominance(player: Int, strategy: Int, isStrict: Bool) -> ParameterRange? {
    let gains = game.choicesOfOthers(than: player).flatMap { choice in
      (0..<game.sizes[player]).filter { $0 != strategy }.map { other in
        lines[game.index(choice, player: player, playing: strategy)][player]
          - lines[game.index(choice, player: player, playing: other)][player]
      }
    }
    return ParameterRange(where: gains, isClosed: !isStrict)
  }

  /// The values at which no player gains by leaving a profile.
  ///
  /// - Parameter index: the profile's place in the game's payoffs.
  /// - Returns: the interval, or `nil` for none.
  public func equilibrium(at index: Int) -> ParameterRange? {
    let losses = game.players.indices.flatMap { player in
      (0..<game.sizes[player]).map {
        lines[index][player] - lines[game.index(index, player: player, playing: $0)][player]
      }
    }
    return ParameterRange(where: losses, isClosed: true)
  }
}

/// Which of two pure equilibria of a 2 x 2 game is the safer bet.
///
/// The product of what both players lose by leaving an equilibrium alone is compared; the larger product is risk dominant.
///
/// Source: Harsanyi & Selten (1988), A General Theory of Equilibrium Selection in Games, section 3.9.
public struct RiskDominance: Equatable, Sendable {
  /// The two equilibria as places in the game's payoffs.
  public let profiles: [Int]
  /// The products of the losses.
  public let products: [Rational]
  /// The risk-dominant one, or `nil` for equal products.
  public let dominant: Int?

  /// Compares the equilibria; `nil` unless two players have two strategies each and there are two strict pure equilibria.
  ///
  /// - Parameter game: any game.
  public init?(_ game: NormalFormGame) {
    guard game.sizes == [2, 2] else { return nil }
    let equilibria = game.pureEquilibria
    let products = equilibria.map { index in
      game.players.indices.reduce(Rational.one) { product, player in
        let other = 1 - game.profile(at: index)[player]
        let left = game.payoffs[game.index(index, player: player, playing: other)][player]
        return product * (game.payoffs[index][player] - left)
      }
    }
    guard equilibria.count == 2, products.allSatisfy({ $0 > 0 }) else { return nil }
    self.profiles = equilibria
    self.products = products
    dominant = products[0] == products[1] ? nil : products[0] > products[1] ? equilibria[0] : equilibria[1]
  }
}

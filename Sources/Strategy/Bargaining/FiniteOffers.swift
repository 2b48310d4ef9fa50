/// Alternating offers with a last round, by backward induction.
///
/// Player 1 proposes in odd rounds. Who rejects in the last round gets the breakdown payoff one period later; in any
/// other round, the discounted share of the proposer that she becomes. The proposer offers exactly that and keeps the
/// rest.
///
/// Source: Ståhl (1972), Bargaining Theory; Osborne & Rubinstein (1990), Bargaining and Markets, section 3.9.
public struct FiniteOffers: Equatable, Sendable {
  /// The most rounds; beyond, the exact fraction grows without telling more than the endless game.
  public static let roundLimit = 200

  /// δ₁ and δ₂.
  public let discount: PayoffPair
  /// What each gets when the last offer is rejected.
  public let breakdown: PayoffPair
  /// How many offers there are.
  public let rounds: Int

  /// Bargaining with an end.
  ///
  /// - Parameters:
  ///   - discount: both factors from 0 to 1.
  ///   - breakdown: not negative, together at most the pie.
  ///   - rounds: from 1 to ``roundLimit``.
  /// - Throws: `outside`.
  public init(
    discount: PayoffPair, breakdown: PayoffPair = PayoffPair(0, 0), rounds: Int
  ) throws(StrategyError) {
    for factor in [discount.first, discount.second] {
      try StrategyError.require(factor, .discountFactor, from: .zero, to: .one)
    }
    try StrategyError.requireWithinPie(breakdown, .breakdownPayoff)
    guard (1...Self.roundLimit).contains(rounds) else {
      throw .outside(.rounds, value: "\(rounds)", allowed: "from 1 to \(Self.roundLimit)")
    }
    self.discount = discount
    self.breakdown = breakdown
    self.rounds = rounds
  }

  /// The division agreed in the first round.
  public var division: PayoffPair {
    var next = breakdown
    for round in (1...rounds).reversed() {
      if round % 2 == 1 {
        let offer = discount.second * next.second
        next = PayoffPair(1 - offer, offer)
      } else {
        let offer = discount.first * next.first
        next = PayoffPair(offer, 1 - offer)
      }
    }
    return next
  }
}

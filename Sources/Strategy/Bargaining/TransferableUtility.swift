/// The division of a surplus that one side can pay to the other: u₁ + u₂ = S.
///
/// With disagreement payoffs d₁, d₂ the gain to share is g = S - d₁ - d₂. Nash with weight w: d₁ + w g for player 1;
/// Kalai-Smorodinsky and egalitarian: half of g to each, since both can hope for the whole gain.
///
/// Edge Cases:
///
/// - g below zero: no agreement is better than none for both, and every solution is `nil`.
/// - g zero: the disagreement point itself.
///
/// Sources: Nash (1950), Econometrica 18, 155-162; Kalai & Smorodinsky (1975), Econometrica 43, 513-518; Kalai (1977),
/// Econometrica 45, 1623-1630.
public struct TransferableUtility: Equatable, Sendable {
  /// S.
  public let total: Rational
  /// d₁ and d₂.
  public let disagreement: PayoffPair
  /// w, the first player's weight in Nash's product.
  public let weight: Rational

  /// A surplus to be divided.
  ///
  /// - Parameters:
  ///   - total: S.
  ///   - disagreement: what each has without an agreement.
  ///   - weight: the first player's, from 0 to 1; one half is Nash's own solution.
  /// - Throws: `outside`.
  public init(total: Rational, disagreement: PayoffPair, weight: Rational = .half) throws(StrategyError) {
    try StrategyError.require(weight, .bargainingWeight, from: .zero, to: .one)
    self.total = total
    self.disagreement = disagreement
    self.weight = weight
  }

  /// Whether some agreement leaves neither side worse off than none.
  public var isAgreementPossible: Bool { gain.signum >= 0 }

  /// Nash's solution with the weights.
  public var nash: PayoffPair? { division(weight) }

  /// Equal shares of the best that each can hope for.
  public var kalaiSmorodinsky: PayoffPair? { division(.half) }

  /// Equal gains.
  public var egalitarian: PayoffPair? { division(.half) }

  private var gain: Rational { total - disagreement.first - disagreement.second }

  private func division(_ share: Rational) -> PayoffPair? {
    guard isAgreementPossible else { return nil }
    let first = disagreement.first + share * gain
    return PayoffPair(first, total - first)
  }
}

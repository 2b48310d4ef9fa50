/// Rubinstein's bargaining over a pie of one: offers by turns, without an end, each side impatient.
///
/// With discount factors δ₁, δ₂ and outside options w₁, w₂ that a side may take right after it has rejected an offer,
/// the shares x (player 1's when she proposes) and y (player 2's when he proposes) solve
///
///     x = 1 - max(δ₂ y, w₂),   y = 1 - max(δ₁ x, w₁).
///
/// Without outside options x = (1 - δ₂)/(1 - δ₁δ₂). An outside option below what the other would get anyway changes
/// nothing (the deal-me-out principle).
///
/// Sources: Rubinstein (1982), Econometrica 50, 97-109; Binmore, Shaked & Sutton (1989), Quarterly Journal of
/// Economics 104, 753-770.
public struct AlternatingOffers: Equatable, Sendable {
  /// δ₁ and δ₂.
  public let discount: PayoffPair
  /// w₁ and w₂.
  public let outsideOptions: PayoffPair

  /// Bargaining without an end.
  ///
  /// - Parameters:
  ///   - discount: both factors from 0 to below 1.
  ///   - outsideOptions: not negative, together at most the pie.
  /// - Throws: `outside`.
  public init(
    discount: PayoffPair, outsideOptions: PayoffPair = PayoffPair(0, 0)
  ) throws(StrategyError) {
    for factor in [discount.first, discount.second] where factor < 0 || factor >= 1 {
      throw .outside(.discountFactor, value: "\(factor)", allowed: "from 0 to below 1")
    }
    try StrategyError.requireWithinPie(outsideOptions, .outsideOption)
    self.discount = discount
    self.outsideOptions = outsideOptions
  }

  /// The division when player 1 makes the first offer.
  public var whenFirstProposes: PayoffPair { PayoffPair(proposals.first, 1 - proposals.first) }

  /// The division when player 2 makes the first offer, player 1's share first.
  public var whenSecondProposes: PayoffPair { PayoffPair(1 - proposals.second, proposals.second) }

  /// x and y.
  private var proposals: PayoffPair {
    let (factor1, factor2) = (discount.first, discount.second)
    let (option1, option2) = (outsideOptions.first, outsideOptions.second)
    let rest = 1 - factor1 * factor2
    let free1 = Rational(
      (1 - factor2).numerator * rest.denominator, overNonzero: (1 - factor2).denominator * rest.numerator)
    let free2 = Rational(
      (1 - factor1).numerator * rest.denominator, overNonzero: (1 - factor1).denominator * rest.numerator)
    // The two equations are a contraction, so exactly one of the four cases is consistent.
    let bindsSecond = factor2 * free2 < option2
    let bindsFirst = factor1 * free1 < option1
    switch (bindsFirst, bindsSecond) {
    case (false, false): return PayoffPair(free1, free2)
    case (_, true) where factor1 * (1 - option2) >= option1:
      return PayoffPair(1 - option2, 1 - factor1 * (1 - option2))
    case (true, _) where factor2 * (1 - option1) >= option2:
      return PayoffPair(1 - factor2 * (1 - option1), 1 - option1)
    default: return PayoffPair(1 - option2, 1 - option1)
    }
  }
}

/// The limit of Rubinstein's division as the time between offers vanishes: r₂/(r₁ + r₂) for player 1.
///
/// Source: Binmore, Rubinstein & Wolinsky (1986), RAND Journal of Economics 17, 176-188.
public enum ContinuousOffers {
  /// Player 1's share under discount rates.
  ///
  /// - Parameters:
  ///   - rate1: player 1's, above zero.
  ///   - rate2: player 2's, above zero.
  /// - Returns: r₂/(r₁ + r₂).
  /// - Throws: `outside`.
  public static func firstShare(rate1: Rational, rate2: Rational) throws(StrategyError) -> Rational {
    for rate in [rate1, rate2] where rate <= 0 {
      throw .outside(.discountRate, value: "\(rate)", allowed: "above 0")
    }
    return try rate2.divided(by: rate1 + rate2)
  }
}

extension StrategyError {
  /// Refuses shares below zero, or above the pie together: no division could then hold both sides.
  static func requireWithinPie(_ shares: PayoffPair, _ argument: Argument) throws(StrategyError) {
    try require(shares.first, argument, from: .zero, to: .one)
    let rest = 1 - shares.first
    guard shares.second >= 0, shares.second <= rest else {
      throw .outside(
        argument, value: "\(shares.second)", allowed: "from 0 to \(rest), as the two add up to at most 1")
    }
  }
}

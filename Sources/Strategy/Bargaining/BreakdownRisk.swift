/// Alternating offers without impatience, but with a chance p after each rejection that talks break down.
///
/// x = 1 - (p b₂ + (1 - p) y), y = 1 - (p b₁ + (1 - p) x); so x = (1 - b₂ + (1 - p) b₁)/(2 - p) for the first
/// proposer. As p vanishes this becomes Nash's solution with the breakdown point as disagreement point.
///
/// Source: Binmore, Rubinstein & Wolinsky (1986), RAND Journal of Economics 17, 176-188.
public struct BreakdownRisk: Equatable, Sendable {
  /// b₁ and b₂.
  public let breakdown: PayoffPair
  /// p.
  public let probability: Rational

  /// Talks that may break down.
  ///
  /// - Parameters:
  ///   - breakdown: not negative, together at most the pie.
  ///   - probability: above 0, at most 1.
  /// - Throws: `outside`.
  public init(breakdown: PayoffPair, probability: Rational) throws(StrategyError) {
    try StrategyError.requireWithinPie(breakdown, .breakdownPayoff)
    guard probability > 0, probability <= 1 else {
      throw .outside(.breakdownProbability, value: "\(probability)", allowed: "above 0, at most 1")
    }
    self.breakdown = breakdown
    self.probability = probability
  }

  /// The division when player 1 makes the first offer.
  public var whenFirstProposes: PayoffPair {
    let top = 1 - breakdown.second + (1 - probability) * breakdown.first
    let first = quotient(top, 2 - probability)
    return PayoffPair(first, 1 - first)
  }

  /// The division as the risk vanishes: the difference is split.
  public var limit: PayoffPair {
    let first = breakdown.first + .half * (1 - breakdown.first - breakdown.second)
    return PayoffPair(first, 1 - first)
  }

  private func quotient(_ top: Rational, _ bottom: Rational) -> Rational {
    Rational(top.numerator * bottom.denominator, overNonzero: top.denominator * bottom.numerator)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Fisher's F distribution, the ratio of two independent chi-squared variables, each over its degrees of freedom.
///
/// With d₁ and d₂ degrees of freedom and x = d₁f/(d₁f + d₂), density x^(d₁/2) (1 - x)^(d₂/2) / (f B(d₁/2, d₂/2)) and
/// distribution I_x(d₁/2, d₂/2) for f > 0.
///
/// Edge Cases:
///
/// - Neither need be whole.
/// - At zero the density is infinite for d₁ < 2, one for d₁ = 2, zero for d₁ > 2. Below zero it is zero.
/// - The mean needs d₂ > 2, the variance d₂ > 4.
///
/// Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 27.
public struct FisherF: ContinuousDistribution, Hashable {
  /// d₁.
  public let numerator: Double
  /// d₂.
  public let denominator: Double

  private let beta: IncompleteBeta

  /// An F distribution.
  ///
  /// - Parameters:
  ///   - numerator: degrees of freedom above the line, finite and above zero.
  ///   - denominator: degrees of freedom below the line, finite and above zero.
  /// - Throws: `notFinite` or `notPositive`.
  public init(numerator: Double, denominator: Double) throws(ProbabilityError) {
    try ProbabilityError.requirePositive(numerator, .numeratorDegreesOfFreedom)
    try ProbabilityError.requirePositive(denominator, .denominatorDegreesOfFreedom)
    self.numerator = numerator
    self.denominator = denominator
    beta = IncompleteBeta(0.5 * numerator, 0.5 * denominator)
  }

  /// The density at a point.
  public func density(at x: Double) -> Double {
    exp(logDensity(at: x))
  }

  /// The natural logarithm of the density.
  public func logDensity(at x: Double) -> Double {
    if x < 0 || x == .infinity { return -.infinity }
    if x == 0 { return logDensityAtZero(shape: 0.5 * numerator, ifOne: 0) }
    let shares = shares(at: x)
    return beta.logKernel(x: shares.x, y: shares.y) - log(x)
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    if x <= 0 { return 0 }
    if x == .infinity { return 1 }
    let shares = shares(at: x)
    return beta.tails(x: shares.x, y: shares.y).lower
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    let shares = shares(at: x)
    return beta.tails(x: shares.x, y: shares.y).upper
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point, zero where it underflows.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for few denominator degrees of freedom.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    let point = probability <= 0.5 ? lowerPoint(probability) : upperPoint(1 - probability)
    return try ProbabilityError.representable(point, .quantile)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point, zero where it underflows.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for few denominator degrees of freedom.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    let point = probability <= 0.5 ? upperPoint(probability) : lowerPoint(1 - probability)
    return try ProbabilityError.representable(point, .quantile)
  }

  /// d₂/(d₂ - 2) where d₂ > 2.
  public var expectedValue: Double? { denominator > 2 ? denominator / (denominator - 2) : nil }

  /// 2 d₂² (d₁ + d₂ - 2) / (d₁ (d₂ - 2)² (d₂ - 4)) where d₂ > 4.
  public var variance: Double? {
    guard denominator > 4 else { return nil }
    let ratio = denominator / (denominator - 2)
    return 2 * ratio * ratio * ((numerator + denominator - 2) / numerator) / (denominator - 4)
  }

  /// x and 1 - x, where x/(1 - x) = d₁f/d₂, neither by subtraction.
  private func shares(at f: Double) -> (x: Double, y: Double) {
    let odds = numerator / denominator * f
    if odds <= 1 { return (odds / (1 + odds), 1 / (1 + odds)) }
    let inverse = denominator / numerator / f
    return (1 / (1 + inverse), inverse / (1 + inverse))
  }

  private func lowerPoint(_ probability: Double) -> Double {
    beta.lowerOdds(probability) * (denominator / numerator)
  }

  private func upperPoint(_ probability: Double) -> Double {
    denominator / numerator / beta.swapped.lowerOdds(probability)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The chi-squared distribution.
///
/// With ν degrees of freedom, f(x) = (x/2)^(ν/2) e^(-x/2) / (x Γ(ν/2)) and F(x) = P(ν/2, x/2) for x > 0.
///
/// Edge Cases:
///
/// - ν need not be whole; 0.5 to 1e6 is covered by the references.
/// - At zero the density is infinite for ν < 2, ½ for ν = 2, zero for ν > 2. Below zero it is zero.
///
/// Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 18.
public struct ChiSquared: ContinuousDistribution, Hashable {
  /// ν.
  public let degreesOfFreedom: Double

  private let gamma: IncompleteGamma

  /// A chi-squared distribution.
  ///
  /// - Parameter degreesOfFreedom: finite and above zero.
  /// - Throws: `notFinite` or `notPositive`.
  public init(degreesOfFreedom: Double) throws(ProbabilityError) {
    try ProbabilityError.requirePositive(degreesOfFreedom, .degreesOfFreedom)
    self.degreesOfFreedom = degreesOfFreedom
    gamma = IncompleteGamma(shape: 0.5 * degreesOfFreedom)
  }

  /// The density at a point.
  public func density(at x: Double) -> Double {
    exp(logDensity(at: x))
  }

  /// The natural logarithm of the density.
  public func logDensity(at x: Double) -> Double {
    if x < 0 || x == .infinity { return -.infinity }
    if x == 0 { return logDensityAtZero(shape: 0.5 * degreesOfFreedom, ifOne: -log(2)) }
    return gamma.logKernel(at: 0.5 * x) - log(x)
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    if x <= 0 { return 0 }
    return x == .infinity ? 1 : gamma.tails(at: 0.5 * x).lower
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    if x <= 0 { return 1 }
    return x == .infinity ? 0 : gamma.tails(at: 0.5 * x).upper
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point, zero where it underflows.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable`.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    return try ProbabilityError.representable(2 * gamma.quantile(probability), .quantile)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point, zero where it underflows.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable`.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    return try ProbabilityError.representable(2 * gamma.upperTailQuantile(probability), .quantile)
  }

  /// ν.
  public var expectedValue: Double? { degreesOfFreedom }

  /// 2ν.
  public var variance: Double? { 2 * degreesOfFreedom }
}

/// The logarithm of a density that behaves as x^(shape - 1) near zero, at zero.
func logDensityAtZero(shape: Double, ifOne value: Double) -> Double {
  if shape == 1 { return value }
  return shape < 1 ? .infinity : -.infinity
}

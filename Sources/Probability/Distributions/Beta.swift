#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The beta distribution: a probability, known from a successes and b failures.
///
/// Density x^(a-1) (1 - x)^(b-1) / B(a, b) and distribution I_x(a, b) for 0 < x < 1.
///
/// Edge Cases:
///
/// - At zero the density is infinite for a < 1, b for a = 1, zero for a > 1; at one the same with a and b exchanged.
/// - A quantile so near zero or one that no `Double` lies between is zero or one.
///
/// Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 25.
public struct Beta: ContinuousDistribution, Hashable {
  /// a.
  public let successes: Double
  /// b.
  public let failures: Double

  private let beta: IncompleteBeta

  /// A beta distribution.
  ///
  /// - Parameters:
  ///   - successes: a, finite and above zero.
  ///   - failures: b, finite and above zero.
  /// - Throws: `notFinite` or `notPositive`.
  public init(successes: Double, failures: Double) throws(ProbabilityError) {
    try ProbabilityError.requirePositive(successes, .successes)
    try ProbabilityError.requirePositive(failures, .failures)
    self.successes = successes
    self.failures = failures
    beta = IncompleteBeta(successes, failures)
  }

  /// The density at a point.
  public func density(at x: Double) -> Double { exp(logDensity(at: x)) }

  /// The natural logarithm of the density.
  public func logDensity(at x: Double) -> Double {
    if x < 0 || x > 1 { return -.infinity }
    if x == 0 { return Self.logDensityAtEnd(shape: successes, other: failures) }
    if x == 1 { return Self.logDensityAtEnd(shape: failures, other: successes) }
    return beta.logKernel(x: x, y: 1 - x) - log(x) - log1p(-x)
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return beta.tails(x: x, y: 1 - x).lower
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return beta.tails(x: x, y: 1 - x).upper
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a point from 0 to 1.
  /// - Throws: `notFinite` or `outsideUnitInterval`.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    return probability <= 0.5 ? lowerPoint(probability) : upperPoint(1 - probability)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a point from 0 to 1.
  /// - Throws: `notFinite` or `outsideUnitInterval`.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    return probability <= 0.5 ? upperPoint(probability) : lowerPoint(1 - probability)
  }

  /// a/(a + b), which always exists.
  public var expectedValue: Double? { mean }

  /// a/(a + b).
  public var mean: Double { 1 / (1 + failures / successes) }

  /// a b / ((a + b)² (a + b + 1)).
  public var variance: Double? { mean * (1 - mean) / (successes + failures + 1) }

  private static func logDensityAtEnd(shape: Double, other: Double) -> Double {
    if shape == 1 { return log(other) }
    return shape < 1 ? .infinity : -.infinity
  }

  private func lowerPoint(_ probability: Double) -> Double {
    let odds = beta.lowerOdds(probability)
    return odds <= 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds)
  }

  private func upperPoint(_ probability: Double) -> Double {
    1 / (1 + beta.swapped.lowerOdds(probability))
  }
}

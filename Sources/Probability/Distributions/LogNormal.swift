#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The distribution of a positive variable whose natural logarithm is normal.
///
/// F(x) = Φ((log x - μ)/σ), f(x) = φ((log x - μ)/σ)/(σx) for x > 0; median e^μ, mean e^(μ + σ²/2).
///
/// Edge Cases:
///
/// - At and below zero the density and the distribution are zero.
///
/// Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 14.
public struct LogNormal: ContinuousDistribution, Hashable {
  /// The distribution of the logarithm.
  public let logarithm: Normal

  /// The distribution of e^X for a normal X.
  public init(logarithm: Normal) {
    self.logarithm = logarithm
  }

  /// The density at a point.
  public func density(at x: Double) -> Double {
    x <= 0 || x == .infinity ? 0 : logarithm.density(at: log(x)) / x
  }

  /// The natural logarithm of the density.
  public func logDensity(at x: Double) -> Double {
    x <= 0 || x == .infinity ? -.infinity : logarithm.logDensity(at: log(x)) - log(x)
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    x <= 0 ? 0 : logarithm.cumulative(at: log(x))
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    x <= 0 ? 1 : logarithm.upperTail(at: log(x))
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point, zero where it underflows.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable`.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.representable(exp(logarithm.quantile(probability)), .quantile)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point, zero where it underflows.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable`.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.representable(exp(logarithm.upperTailQuantile(probability)), .quantile)
  }

  /// e^(μ + σ²/2), nil where it exceeds the largest `Double`.
  public var expectedValue: Double? {
    let value = exp(logarithm.mean + 0.5 * square)
    return value.isFinite ? value : nil
  }

  /// (e^σ² - 1) e^(2μ + σ²), nil where it exceeds the largest `Double`.
  public var variance: Double? {
    let value = expm1(square) * exp(2 * logarithm.mean + square)
    return value.isFinite ? value : nil
  }

  private var square: Double {
    logarithm.standardDeviation * logarithm.standardDeviation
  }
}

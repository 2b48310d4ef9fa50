#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The normal distribution.
///
/// f(x) = φ((x - μ)/σ)/σ with φ(z) = e^(-z²/2)/√(2π); F(x) = ½ erfc(-(x - μ)/(σ√2)). Quantiles by Wichura's AS 241.
///
/// Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 13.
public struct Normal: ContinuousDistribution, Hashable {
  /// Mean zero, standard deviation one.
  public static let standard = Normal()

  /// μ.
  public let mean: Double
  /// σ.
  public let standardDeviation: Double

  /// A normal distribution with the given moments.
  ///
  /// - Parameters:
  ///   - mean: any finite number.
  ///   - standardDeviation: finite and above zero.
  /// - Throws: `notFinite` or `notPositive`.
  public init(mean: Double, standardDeviation: Double) throws(ProbabilityError) {
    try ProbabilityError.requireFinite(mean, .mean)
    try ProbabilityError.requirePositive(standardDeviation, .standardDeviation)
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  private init() {
    mean = 0
    standardDeviation = 1
  }

  private init(reflecting other: Normal) {
    mean = -other.mean
    standardDeviation = other.standardDeviation
  }

  /// The distribution of -X.
  var reflected: Normal { Normal(reflecting: self) }

  /// The density at a point.
  public func density(at x: Double) -> Double {
    let z = standardized(x)
    return exp(-0.5 * z * z) / ((2 * Double.pi).squareRoot() * standardDeviation)
  }

  /// The natural logarithm of the density.
  public func logDensity(at x: Double) -> Double {
    let z = standardized(x)
    return -0.5 * (z * z + log(2 * .pi)) - log(standardDeviation)
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    0.5 * erfc(-standardized(x) * 0.5.squareRoot())
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    0.5 * erfc(standardized(x) * 0.5.squareRoot())
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: μ + σ Φ⁻¹(probability).
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for moments near the largest `Double`.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    let point = mean + standardDeviation * standardNormalQuantile(probability)
    return try ProbabilityError.representable(point, .quantile)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: μ - σ Φ⁻¹(probability).
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for moments near the largest `Double`.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    let point = mean - standardDeviation * standardNormalQuantile(probability)
    return try ProbabilityError.representable(point, .quantile)
  }

  /// μ.
  public var expectedValue: Double? { mean }

  /// σ².
  public var variance: Double? { standardDeviation * standardDeviation }

  private func standardized(_ x: Double) -> Double {
    (x - mean) / standardDeviation
  }
}

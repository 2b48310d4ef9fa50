#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Student's t distribution with a location and a scale.
///
/// With t = (x - location)/scale and ν degrees of freedom, f(x) = c (1 + t²/ν)^(-(ν+1)/2) / scale,
/// c = Γ((ν+1)/2) / (√(νπ) Γ(ν/2)), and P(|T| > t) = I_x(ν/2, ½) at x = ν/(ν + t²).
///
/// Edge Cases:
///
/// - ν need not be whole; 0.5 to 1e6 is covered by the references.
/// - The mean needs ν > 1, the variance ν > 2.
///
/// Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 28.
public struct StudentT: ContinuousDistribution, Hashable {
  /// ν.
  public let degreesOfFreedom: Double
  /// The median, and the mean where there is one.
  public let location: Double
  /// What t is multiplied with; not the standard deviation.
  public let scale: Double

  /// c, the density of the standard distribution at zero.
  let peak: Double
  private let beta: IncompleteBeta

  /// A t distribution, by default the standard one.
  ///
  /// - Parameters:
  ///   - degreesOfFreedom: finite and above zero.
  ///   - location: any finite number.
  ///   - scale: finite and above zero.
  /// - Throws: `notFinite` or `notPositive`.
  public init(
    degreesOfFreedom: Double, location: Double = 0, scale: Double = 1
  ) throws(ProbabilityError) {
    try ProbabilityError.requirePositive(degreesOfFreedom, .degreesOfFreedom)
    try ProbabilityError.requireFinite(location, .location)
    try ProbabilityError.requirePositive(scale, .scale)
    self.degreesOfFreedom = degreesOfFreedom
    self.location = location
    self.scale = scale
    peak = gammaHalfStepRatio(0.5 * degreesOfFreedom) / (degreesOfFreedom * .pi).squareRoot()
    beta = IncompleteBeta(0.5 * degreesOfFreedom, 0.5)
  }

  /// The density at a point.
  public func density(at x: Double) -> Double {
    peak / scale * exp(-0.5 * (degreesOfFreedom + 1) * logGrowth(standardized(x)))
  }

  /// The natural logarithm of the density.
  public func logDensity(at x: Double) -> Double {
    log(peak) - log(scale) - 0.5 * (degreesOfFreedom + 1) * logGrowth(standardized(x))
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    let t = standardized(x)
    return t < 0 ? standardTail(-t) : 1 - standardTail(t)
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    let t = standardized(x)
    return t < 0 ? 1 - standardTail(-t) : standardTail(t)
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for the far tails of few degrees of freedom.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    let magnitude = try standardMagnitude(probability)
    let point = location + (probability < 0.5 ? -magnitude : magnitude) * scale
    return try ProbabilityError.representable(point, .quantile)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point.
  /// - Throws: `notFinite`, `outsideUnitInterval`, or `notRepresentable` for the far tails of few degrees of freedom.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    let magnitude = try standardMagnitude(probability)
    let point = location + (probability < 0.5 ? magnitude : -magnitude) * scale
    return try ProbabilityError.representable(point, .quantile)
  }

  /// The location where ν > 1.
  public var expectedValue: Double? { degreesOfFreedom > 1 ? location : nil }

  /// scale² ν/(ν - 2) where ν > 2.
  public var variance: Double? {
    degreesOfFreedom > 2 ? scale * scale * (degreesOfFreedom / (degreesOfFreedom - 2)) : nil
  }
}

extension StudentT {
  /// Beyond this t/√ν the next term of the tail, t^-2 smaller, is below rounding.
  private static var powerLaw: Double { 1e9 }

  private func standardized(_ x: Double) -> Double {
    (x - location) / scale
  }

  /// log(1 + t²/ν), also where t² overflows.
  private func logGrowth(_ t: Double) -> Double {
    let s = t.magnitude / degreesOfFreedom.squareRoot()
    return s < Self.powerLaw ? log1p(s * s) : 2 * log(s)
  }

  /// P(T > t) for t ≥ 0.
  private func standardTail(_ t: Double) -> Double {
    let root = degreesOfFreedom.squareRoot()
    let s = t / root
    if s > Self.powerLaw { return peak / root * pow(s, -degreesOfFreedom) }
    let square = s * s
    // At zero the kernel is the product of zero and infinity; the tail is known.
    if square == 0 { return 0.5 }
    return 0.5 * beta.tails(x: 1 / (1 + square), y: square / (1 + square)).lower
  }

  /// |t| where the nearer tail of the standard distribution has the given probability.
  private func standardMagnitude(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    let tail = min(probability, 1 - probability)
    if tail == 0.5 { return 0 }
    let root = degreesOfFreedom.squareRoot()
    let farReciprocal = pow(tail / peak * root, 1 / degreesOfFreedom)
    if farReciprocal * Self.powerLaw < 1 { return root / farReciprocal }
    // t²/ν, as if the normal deviate were that of Wallace (1959).
    let deviate =
      standardNormalQuantile(tail) * (8 * degreesOfFreedom + 3) / (8 * degreesOfFreedom + 1)
    let guess = expm1(deviate * deviate / degreesOfFreedom)
    if tail > 0.25 {
      // Near the centre the probability between -t and t has the digits, not the tail.
      return root * beta.swapped.lowerOdds(1 - 2 * tail, from: guess).squareRoot()
    }
    return root / beta.lowerOdds(2 * tail, from: 1 / guess).squareRoot()
  }
}

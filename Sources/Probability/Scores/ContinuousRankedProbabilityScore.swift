#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The continuous ranked probability score, the usual score of a forecast distribution for one number.
///
/// CRPS(F, y) = ∫ (F(x) - 1{x ≥ y})² dx = E|X - y| - ½ E|X - X'|, in the unit of the observation; smaller is better,
/// zero is perfect, and a point forecast scores its absolute error. All methods here are closed forms.
///
/// Source: Gneiting & Raftery (2007), JASA 102, 359-378; Jordan, Krüger & Lerch (2019), Journal of Statistical
/// Software 90(12), appendix A.
public enum ContinuousRankedProbabilityScore {
  /// The score of a normal forecast, σ (z (2Φ(z) - 1) + 2φ(z) - 1/√π) with z = (y - μ)/σ.
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, or `notRepresentable` when the score overflows.
  public static func score(
    _ forecast: Normal, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    let z = (observation - forecast.mean) / forecast.standardDeviation
    let standard = expectedDistance(from: z) - 1 / Double.pi.squareRoot()
    return try result(forecast.standardDeviation * standard)
  }

  /// The score of a Student t forecast with ν > 1 degrees of freedom.
  ///
  /// With z = (y - location)/scale and the standard f and F,
  /// scale (z (2F(z) - 1) + 2 f(z) (ν + z²)/(ν - 1) - 2√ν/(ν - 1) · B(½, ν - ½)/B(½, ν/2)²).
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, `undefined` for ν ≤ 1, where the score is infinite, or `notRepresentable`.
  public static func score(
    _ forecast: StudentT, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    let nu = forecast.degreesOfFreedom
    guard nu > 1 else { throw .undefined(.continuousRankedProbabilityScore) }
    let z = (observation - forecast.location) / forecast.scale
    let centered = forecast.cumulative(at: observation) - forecast.upperTail(at: observation)
    let density = forecast.scale * forecast.density(at: observation)
    // B(½, a) = √π Γ(a)/Γ(a + ½), and the peak of the density is 1/(√ν B(½, ν/2)).
    let spread =
      2 * nu * nu.squareRoot() * forecast.peak * forecast.peak * Double.pi.squareRoot()
      / gammaHalfStepRatio(nu - 0.5)
    let standard = z * centered + (2 * density * (nu + z * z) - spread) / (nu - 1)
    return try result(forecast.scale * standard)
  }

  /// The score of a lognormal forecast.
  ///
  /// With ω = (log y - μ)/σ, y (2Φ(ω) - 1) - 2 e^(μ + σ²/2) (Φ(ω - σ) + Φ(σ/√2) - 1); for y ≤ 0, ω = -∞.
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened; may be negative, which no such forecast foresees.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, or `notRepresentable` when the mean of the forecast overflows.
  public static func score(
    _ forecast: LogNormal, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    let sigma = forecast.logarithm.standardDeviation
    guard let mean = forecast.expectedValue else {
      throw .notRepresentable(.continuousRankedProbabilityScore)
    }
    let omega =
      observation > 0 ? (log(observation) - forecast.logarithm.mean) / sigma : -Double.infinity
    let standard = Normal.standard
    let centered = standard.cumulative(at: omega) - standard.upperTail(at: omega)
    let weight = standard.cumulative(at: omega - sigma) - standard.upperTail(at: sigma * 0.5.squareRoot())
    return try result(observation * centered - 2 * mean * weight)
  }

  /// The score of a normal mixture.
  ///
  /// Σ wᵢ A(y - μᵢ, σᵢ) - ½ Σ Σ wᵢ wⱼ A(μᵢ - μⱼ, √(σᵢ² + σⱼ²)) with A(m, s) = m (2Φ(m/s) - 1) + 2s φ(m/s), the mean
  /// absolute value of a normal variable. The work grows with the square of the number of components.
  ///
  /// - Parameters:
  ///   - forecast: the distribution that was forecast.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, or `notRepresentable` when the score overflows.
  public static func score(
    _ forecast: NormalMixture, observation: Double
  ) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireFinite(observation, .observation)
    var total = 0.0
    for (component, weight) in zip(forecast.components, forecast.weights) {
      let deviation = component.standardDeviation
      total += weight * deviation * expectedDistance(from: (observation - component.mean) / deviation)
      for (other, otherWeight) in zip(forecast.components, forecast.weights) {
        let width = hypot(deviation, other.standardDeviation)
        let separation = (component.mean - other.mean) / width
        total -= 0.5 * weight * otherWeight * width * expectedDistance(from: separation)
      }
    }
    return try result(total)
  }

  /// E|Z - z| for a standard normal Z: z (2Φ(z) - 1) + 2φ(z).
  private static func expectedDistance(from z: Double) -> Double {
    z * erf(z * 0.5.squareRoot()) + 2 * Normal.standard.density(at: z)
  }

  /// Rounding can leave a score of zero just below it.
  static func result(_ value: Double) throws(ProbabilityError) -> Double {
    max(0, try ProbabilityError.representable(value, .continuousRankedProbabilityScore))
  }
}

public import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The zone of agreement when both reservation prices are uncertain and normal.
///
/// H is the most that the host pays, G the least that the guarantor takes, with correlation ρ. The surplus D = H - G
/// is normal with mean μ and variance σ² = σ_h² + σ_g² - 2ρσ_hσ_g, and with z = μ/σ and λ = φ(z)/Φ(z)
///
///     P(zone) = Φ(z),   E[D | zone] = σ (z + λ),   E[(H + G)/2 | zone] = (μ_h + μ_g)/2 + λ (σ_h² - σ_g²)/(2σ).
///
/// Edge Cases:
///
/// - Far apart prices (z below -8): λ comes from its continued fraction, so that the conditional expectations stay
///   right where the probability itself is zero in a `Double`.
/// - Equal spreads with ρ = 1: no uncertainty about the surplus, refused.
///
/// Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, section 13.10.1 (truncation).
public struct ReservationPrices: Equatable, Sendable {
  /// Of the surplus.
  private let surplus: Normal
  private let midpointMean: Double
  private let midpointSlope: Double

  /// Two uncertain prices.
  ///
  /// - Parameters:
  ///   - host: the most that the host pays.
  ///   - guarantor: the least that the guarantor takes.
  ///   - correlation: ρ, from -1 to 1.
  /// - Throws: `notFinite`, `outside`, or `notRepresentable` for moments near the largest `Double`.
  public init(host: Normal, guarantor: Normal, correlation: Double = 0) throws(StrategyError) {
    try StrategyError.requireFinite(correlation, .correlation)
    guard (-1...1).contains(correlation) else {
      throw .outside(.correlation, value: "\(correlation)", allowed: "from -1 to 1")
    }
    let (first, second) = (host.standardDeviation, guarantor.standardDeviation)
    // √(σ_h² + σ_g² - 2ρσ_hσ_g) without squares that overflow: the third side of a triangle.
    let spread = hypot(
      first - second, (2 * (1 - correlation)).squareRoot() * first.squareRoot() * second.squareRoot())
    guard spread > 0 else {
      throw .outside(.correlation, value: "\(correlation)", allowed: "below 1 where the spreads are equal")
    }
    let slope = 0.5 * (first - second) * ((first + second) / spread)
    do {
      surplus = try Normal(mean: host.mean - guarantor.mean, standardDeviation: spread)
    } catch {
      throw .notRepresentable(.reservationPrices)
    }
    let middle = 0.5 * host.mean + 0.5 * guarantor.mean
    guard middle.isFinite, slope.isFinite else { throw .notRepresentable(.reservationPrices) }
    (midpointMean, midpointSlope) = (middle, slope)
  }

  /// P(H ≥ G).
  public var probabilityOfZone: Double { surplus.upperTail(at: 0) }

  /// The expected room between the prices, given that there is some.
  public var expectedSurplus: Double { surplus.standardDeviation * excess }

  /// The expected middle of the zone, given that there is one.
  public var expectedMidpoint: Double { midpointMean + midpointSlope * (excess - standardized) }

  private var standardized: Double { surplus.mean / surplus.standardDeviation }

  /// z + λ(z), which is above zero.
  private var excess: Double {
    let z = standardized
    if z >= -8 { return z + Normal.standard.density(at: z) / Normal.standard.cumulative(at: z) }
    // λ(-x) = x + 1/(x + 2/(x + 3/…)); at x > 8 thirty terms agree to the last digit.
    var tail = 0.0
    for term in stride(from: 30.0, through: 1, by: -1) { tail = term / (-z + tail) }
    return tail
  }
}

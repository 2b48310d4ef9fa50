import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// (1 + z^2/nu)^(-(nu + 1)/2), the Student t density without its constant, and its distribution function.
struct StudentKernel: Sendable {
  let degreesOfFreedom: Double
  /// (nu + 1)/2 where nu is odd and small, so that a power is a few products; else zero.
  private let wholePower: Int
  /// f(0) for a scale of one.
  let peak: Double

  /// The kernel for nu degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: nu, above zero.
  init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    let half = 0.5 * (degreesOfFreedom + 1)
    wholePower = half <= 8 && half == half.rounded() ? Int(half) : 0
    let ratio = lgamma(half) - lgamma(0.5 * degreesOfFreedom)
    peak = exp(ratio) / (degreesOfFreedom * .pi).squareRoot()
  }

  /// The kernel at a squared standardised distance.
  ///
  /// - Parameter square: z^2.
  /// - Returns: from 0 to 1.
  func value(_ square: Double) -> Double {
    let growth = 1 + square / degreesOfFreedom
    guard wholePower > 0 else { return exp(-0.5 * (degreesOfFreedom + 1) * log(growth)) }
    var power = growth
    for _ in 1..<wholePower { power *= growth }
    return 1 / power
  }

  /// P(T <= z).
  ///
  /// With theta = atan(z/sqrt(nu)) and odd nu: 1/2 + (theta + sin theta (cos theta + 2/3 cos^3 theta + ...))/pi, up to
  /// the power nu - 2 of the cosine (Abramowitz & Stegun 26.7.3); the incomplete beta function for any other nu.
  ///
  /// - Parameters:
  ///   - z: the standardised distance.
  ///   - general: the distribution with nu degrees of freedom, read where nu is not odd.
  /// - Returns: a probability.
  func cumulative(_ z: Double, general: StudentT) -> Double {
    guard wholePower > 1 else { return general.cumulative(at: z) }
    let tangent = z / degreesOfFreedom.squareRoot()
    let square = 1 / (1 + tangent * tangent)
    var series = 0.0
    for k in stride(from: wholePower - 2, through: 1, by: -1) {
      series = (series + 1) * square * Double(2 * k) / Double(2 * k + 1)
    }
    return 0.5 + (atan(tangent) + tangent * square * (1 + series)) / .pi
  }
}

internal import Probability

/// The Student t as a function of a standard normal number: t = F⁻¹(Φ(z)), tabulated.
///
/// A quantile by the incomplete beta function costs microseconds, and a projection of a million draws needs ten million.
/// The function is smooth, so that linear interpolation between knots a 64th apart is good to 1e-4 of the scale within
/// |z| < 3.3 and to 1e-3 of the value beyond; beyond |z| = 8 the last knot holds, which no draw in 10¹⁵ reaches.
struct StudentScores: Sendable {
  private static let knotsPerUnit = 64.0
  private static let reach = 8.0
  private let knots: [Double]

  /// The table of a number of degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: above zero.
  /// - Throws: `ProbabilityError` when a quantile cannot be made.
  init(degreesOfFreedom: Double) throws(ProbabilityError) {
    let law = try StudentT(degreesOfFreedom: degreesOfFreedom)
    var positive: [Double] = []
    for knot in 1...Int(Self.reach * Self.knotsPerUnit) {
      // From the lower tail, where the probability keeps its digits.
      let tail = Normal.standard.cumulative(at: -Double(knot) / Self.knotsPerUnit)
      positive.append(-(try law.quantile(tail)))
    }
    knots = positive.reversed().map { -$0 } + [0] + positive
  }

  /// The t number of a normal one.
  ///
  /// - Parameter score: standard normal.
  /// - Returns: the t number of the same probability.
  func value(_ score: Double) -> Double {
    let position = (min(max(score, -Self.reach), Self.reach) + Self.reach) * Self.knotsPerUnit
    let below = min(Int(position), knots.count - 2)
    return knots[below] + (position - Double(below)) * (knots[below + 1] - knots[below])
  }
}

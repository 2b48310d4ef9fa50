internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a two-sided Brownian motion with drift is largest: the limit law of the estimated date of a break.
///
/// Time runs in the unit of the left side, where the process is W₁(s) - s/2 at distance s; on the right it is the same
/// process in a unit of its own. With r the ratio of the error variances, this side's to the other's, and z the distance in
/// the side's unit, the probability of a place further out on that side is
///
/// e^(-z/8)/√(2π) [(z/2 - 2 + (1 + 2r)²/(r(1 + r))) M(√z/2) - (1 + 2r)/(r(1 + r)) M((1/2 + r)√z) - √z],
///
/// M being Mills' ratio, the normal tail over the density.
///
/// Source: Bai (1997), Review of Economics and Statistics 79, 551-563, appendix B, with the exponentials taken together.
struct ArgmaxDistribution {
  /// The variance of the errors before the break over that after it.
  private let varianceRatio: Double
  /// The unit of the right side over that of the left.
  private let rightUnit: Double

  /// The law of a break.
  ///
  /// - Parameters:
  ///   - sizeRatio: the mean squared size of the break over the design after it, to that before it; above zero.
  ///   - varianceRatio: the variance of the errors before it to that after it; above zero.
  init(sizeRatio: Double, varianceRatio: Double) {
    self.varianceRatio = varianceRatio
    rightUnit = sizeRatio * varianceRatio
  }

  /// The probability of a place at or before a point.
  ///
  /// - Parameter point: in the unit of the left side.
  /// - Returns: between 0 and 1 but for roundings.
  func cumulative(at point: Double) -> Double {
    point < 0
      ? Self.tail(-point, varianceRatio) : 1 - Self.tail(point * rightUnit, 1 / varianceRatio)
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: the point, or `nil` where it lies beyond 2^60 units.
  func quantile(_ probability: Double) -> Double? {
    let sign = cumulative(at: 0) < probability ? 1.0 : -1.0
    func isBefore(_ distance: Double) -> Bool {
      let found = cumulative(at: sign * distance)
      return sign > 0 ? found < probability : found > probability
    }
    var (near, far) = (0.0, 1.0)
    while isBefore(far) {
      near = far
      far *= 2
      guard far < 0x1p60 else { return nil }
    }
    while far - near > 1e-12 * far {
      let middle = (near + far) / 2
      if isBefore(middle) { near = middle } else { far = middle }
    }
    return sign * (near + far) / 2
  }

  private static func tail(_ distance: Double, _ ratio: Double) -> Double {
    let root = distance.squareRoot()
    let product = ratio * (1 + ratio)
    let odd = 1 + 2 * ratio
    let first = (distance / 2 - 2 + odd * odd / product) * millsRatio(root / 2)
    let second = odd / product * millsRatio((0.5 + ratio) * root)
    return exp(-distance / 8) / (2 * Double.pi).squareRoot() * (first - second - root)
  }

  /// The normal tail beyond a point over the density there.
  ///
  /// - Parameter point: zero or more.
  /// - Returns: from √(π/2) down to 0; by its expansion where tail and density would underflow.
  static func millsRatio(_ point: Double) -> Double {
    guard point > 30 else {
      return Normal.standard.upperTail(at: point) / Normal.standard.density(at: point)
    }
    let square = 1 / (point * point)
    return (1 - square * (1 - 3 * square * (1 - 5 * square))) / point
  }
}

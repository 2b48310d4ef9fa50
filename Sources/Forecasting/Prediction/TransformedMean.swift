internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The mean of the inverse of a transform under a normal law or a Student t, by the double exponential rule.
///
/// The line is cut where the inverse is least smooth: at the end of its range under Box-Cox, in the middle of the
/// slope under logit. Each half is mapped by z = cut ± exp(π/2 sinh u), under which the trapezoidal rule converges
/// exponentially even where a derivative at the cut is infinite (Takahasi & Mori 1974, Publ. RIMS 9, 721-741).
struct TransformedMean {
  /// Those of a Student t, or `nil` for a normal law.
  let degreesOfFreedom: Double?
  let location: Double
  let scale: Double

  /// Distances from the cut and the weights dz/du there, but for a common factor.
  private static let nodes: [(distance: Double, weight: Double)] = (-270...270).map { step in
    let u = Double(step) / 64
    let distance = exp(.pi / 2 * sinh(u))
    return (distance, distance * cosh(u))
  }

  /// The mean of the inverse.
  ///
  /// - Parameters:
  ///   - transform: the transform that led to the scale of the law.
  ///   - point: where on that scale the line is cut.
  /// - Returns: the mean on the scale of the series, infinite where the inverse is within reach of the law.
  func value(_ transform: Transform, cutAt point: Double) -> Double {
    guard scale > 0 else { return transform.inverse(location) }
    let wanted = (point - location) / scale
    // Beyond nine standard deviations the cut would take the nodes away from where the probability lies.
    let cut = wanted.magnitude < 9 ? wanted : 0
    var sum = 0.0
    var total = 0.0
    for node in Self.nodes {
      for z in [cut - node.distance, cut + node.distance] {
        let mass = node.weight * density(z)
        guard mass > 0 else { continue }
        sum += mass * transform.inverse(location + scale * z)
        total += mass
      }
    }
    return sum / total
  }

  /// The density but for its constant.
  private func density(_ z: Double) -> Double {
    guard let degreesOfFreedom else { return exp(-z * z / 2) }
    return exp(-(degreesOfFreedom + 1) / 2 * log1p(z * z / degreesOfFreedom))
  }
}

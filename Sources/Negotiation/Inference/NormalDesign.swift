import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The points of a proposal before it is scaled: normal coordinates, and the radius that turns them into a t.
struct NormalDesign: Sendable {
  /// Standard normal coordinates, one point after the other.
  let normals: [Double]
  /// sqrt(nu/c), c chi-squared with the proposal's nu = 6 degrees of freedom.
  let radii: [Double]

  /// The first points of the shifted Sobol sequence, its first coordinate for the radius.
  ///
  /// - Parameters:
  ///   - dimension: coordinates of each point.
  ///   - count: how many points.
  /// - Throws: never for the interior points of a Sobol sequence.
  init(dimension: Int, count: Int) throws(ProbabilityError) {
    var sequence = SobolSequence(dimension: dimension + 1)
    var point = [Double](repeating: 0, count: dimension + 1)
    var normals: [Double] = []
    normals.reserveCapacity(dimension * count)
    var radii: [Double] = []
    radii.reserveCapacity(count)
    for _ in 0..<count {
      sequence.next(into: &point)
      radii.append(Self.radius(point[0], try Normal.standard.quantile(point[0])))
      for j in 1...dimension { normals.append(try Normal.standard.quantile(point[j])) }
    }
    self.normals = normals
    self.radii = radii
  }

  /// sqrt(6/c), where c exceeds its value with probability `1 - u`.
  ///
  /// x = c/2 has the gamma distribution of shape 3, P(X > x) = e^-x (1 + x + x^2/2), solved by Newton's method on its
  /// logarithm from the cube root of Wilson & Hilferty (1931); three steps leave less than 1e-9 of x.
  private static func radius(_ u: Double, _ z: Double) -> Double {
    let root = 1 - 1.0 / 27 + z / (3 * 3.0.squareRoot())
    var x = max(3 * root * root * root, 1e-3)
    let target = log1p(-u)
    for _ in 0..<4 {
      let polynomial = 1 + x + 0.5 * x * x
      let slope = -0.5 * x * x / polynomial
      x = max(x - (log(polynomial) - x - target) / slope, 0.1 * x)
    }
    return (3 / x).squareRoot()
  }
}

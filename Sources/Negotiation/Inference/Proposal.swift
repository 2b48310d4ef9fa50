import LinearAlgebra
import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The multivariate t distribution that stands in for a posterior while its points are weighed.
///
/// theta = location + L z sqrt(nu/c), z normal and c chi-squared with nu = 6 degrees of freedom: tails heavier than any
/// posterior here, so that no weight is unbounded; L is the Cholesky factor, which, unlike eigenvectors, does not turn
/// with rounding where directions are alike.
///
/// Centre and factor are put on a grid of a millionth of the spread. A proposal is free: the weights answer for whatever it
/// is. But the points that it lays must be the same on every processor, or every number made from them moves in its last
/// digits, and BLAS's Cholesky factor does not have the same last bits everywhere.
struct Proposal: Sendable {
  static let degreesOfFreedom = 6.0
  /// 2^-20 is a millionth.
  static let gridBits = 20

  let location: [Double]
  /// L by columns.
  private let factor: [Double]

  /// A proposal.
  ///
  /// - Parameters:
  ///   - location: the centre.
  ///   - covariance: what the scale matrix is made from.
  ///   - fit: the name of the fit for an error.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)`` where the covariance has collapsed.
  init(location: [Double], covariance: Matrix, fit: String) throws(NegotiationError) {
    do {
      factor = try CholeskyFactorization(covariance).steadiedLower(bits: Self.gridBits)
    } catch { throw .noConvergence(fit: fit, reason: "the spread of the posterior: \(error)") }
    self.location = zip(location, covariance.diagonal).map { value, variance in
      value.steadied(bits: Self.gridBits, relativeTo: variance.squareRoot())
    }
  }

  /// A point, and the logarithm of the proposal's density there up to a constant.
  ///
  /// - Parameters:
  ///   - normals: z.
  ///   - radius: sqrt(nu/c).
  ///   - point: overwritten by theta.
  /// - Returns: -(nu + d)/2 ln(1 + |z|^2 nu/(c nu)).
  func place(_ normals: [Double], radius: Double, into point: inout [Double]) -> Double {
    let d = location.count
    for i in 0..<d { point[i] = location[i] }
    var square = 0.0
    for j in 0..<d {
      let z = normals[j] * radius
      square += z * z
      for i in j..<d { point[i] += factor[j * d + i] * z }
    }
    return -0.5 * (Self.degreesOfFreedom + Double(d)) * log1p(square / Self.degreesOfFreedom)
  }
}

import LinearAlgebra

/// The mode of a posterior density and the normal distribution that touches it there (Laplace).
///
/// Newton steps with differences of the log density for derivatives. Curvatures are kept from `smallestCurvature` to
/// infinity, so that a step always climbs; a step that does not raise the density is halved.
struct PosteriorMode: Sendable {
  /// A curvature of 0.05 is a standard deviation of 4.5 prior ones: flatter than any prior of unit scale.
  static let smallestCurvature = 0.05
  /// A thousandth of a prior deviation: smooth log densities lose eight of sixteen digits in second differences.
  static let difference = 1e-3

  /// Where the density is largest.
  let location: [Double]
  /// The inverse of the negative curvature.
  let covariance: Matrix

  /// Climbs to the mode from the origin.
  ///
  /// - Parameters:
  ///   - density: the log density.
  ///   - fit: the name of the fit for an error.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)`` where the density vanishes at the origin or the algebra
  ///   fails.
  init(of density: some PosteriorDensity, fit: String) throws(NegotiationError) {
    var point = [Double](repeating: 0, count: density.dimension)
    var value = density.logDensity(at: point)
    guard value.isFinite else { throw .noConvergence(fit: fit, reason: "the prior's centre is impossible") }
    var covariance = try Self.local(density, at: point, value: value, fit: fit).covariance
    for _ in 0..<60 {
      let (gradient, inverse) = try Self.local(density, at: point, value: value, fit: fit)
      covariance = inverse
      let step = (0..<point.count).map { row in
        (0..<point.count).reduce(0.0) { $0 + inverse.elements[$1 * point.count + row] * gradient[$1] }
      }
      let (next, nextValue) = Self.climb(density, from: point, value: value, along: step)
      let gain = nextValue - value
      (point, value) = (next, nextValue)
      if gain < 1e-6 { break }
    }
    location = point
    self.covariance = covariance
  }

  /// The first of a dozen halvings of a step that raises the density; the start where none does.
  private static func climb(
    _ density: some PosteriorDensity, from point: [Double], value: Double, along step: [Double]
  ) -> ([Double], Double) {
    var length = 1.0
    for _ in 0..<12 {
      let candidate = zip(point, step).map { $0 + length * $1 }
      let candidateValue = density.logDensity(at: candidate)
      if candidateValue > value { return (candidate, candidateValue) }
      length *= 0.5
    }
    return (point, value)
  }

  private static func local(
    _ density: some PosteriorDensity, at point: [Double], value: Double, fit: String
  ) throws(NegotiationError) -> (gradient: [Double], covariance: Matrix) {
    let d = point.count
    let h = difference
    var moved = point
    var up = [Double](repeating: 0, count: d)
    var down = up
    for j in 0..<d {
      moved[j] = point[j] + h
      up[j] = density.logDensity(at: moved)
      moved[j] = point[j] - h
      down[j] = density.logDensity(at: moved)
      moved[j] = point[j]
    }
    var negative = [Double](repeating: 0, count: d * d)
    for j in 0..<d {
      negative[j * d + j] = (2 * value - up[j] - down[j]) / (h * h)
      for k in 0..<j {
        moved[j] = point[j] + h
        moved[k] = point[k] + h
        let both = density.logDensity(at: moved)
        (moved[j], moved[k]) = (point[j], point[k])
        // f(+,+) - f(+,0) - f(0,+) + f(0,0), less its odd part through the two single steps down.
        let cross = both - up[j] - up[k] + value
        negative[j * d + k] = -cross / (h * h)
        negative[k * d + j] = negative[j * d + k]
      }
    }
    let gradient = (0..<d).map { (up[$0] - down[$0]) / (2 * h) }
    do {
      let matrix = try Matrix(try Shape(rows: d, columns: d), columnMajor: negative)
      return (gradient, try inverse(of: matrix))
    } catch { throw .noConvergence(fit: fit, reason: "the curvature of the posterior: \(error)") }
  }

  /// The inverse, on a grid of a millionth of the spreads of its row and column.
  ///
  /// The climb magnifies: second differences divide by 1e-6, so that the last bit of an eigenvector would become the eighth
  /// digit of the next curvature. On the grid every step is the same on every processor, and climbs as well.
  private static func inverse(of matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    let eigen = try SymmetricEigen(matrix)
    let d = eigen.values.count
    let vectors = eigen.vectors.elements
    var result = [Double](repeating: 0, count: d * d)
    for (k, value) in eigen.values.enumerated() {
      let scale = 1 / max(value, smallestCurvature)
      for j in 0..<d {
        for i in 0..<d { result[j * d + i] += scale * vectors[k * d + i] * vectors[k * d + j] }
      }
    }
    let spreads = (0..<d).map { index in
      let variance = result[index * d + index]
      return variance.steadied(bits: Proposal.gridBits, relativeTo: variance).squareRoot()
    }
    for j in 0..<d {
      for i in 0..<d {
        let size = spreads[i] * spreads[j]
        result[j * d + i] = result[j * d + i].steadied(bits: Proposal.gridBits, relativeTo: size)
      }
    }
    return try Matrix(eigen.vectors.shape, columnMajor: result)
  }
}

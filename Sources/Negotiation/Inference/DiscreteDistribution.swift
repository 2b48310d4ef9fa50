import LinearAlgebra

/// A distribution on finitely many points, for integrals over what is not known.
struct DiscreteDistribution: Sendable, Hashable {
  /// The points, ascending.
  let points: [Double]
  /// Their probabilities, which sum to one.
  let weights: [Double]

  /// A distribution; points are sorted and weights divided by their sum.
  ///
  /// - Parameters:
  ///   - points: at least one, finite.
  ///   - weights: one for each point, not negative, not all zero.
  init(points: [Double], weights: [Double]) {
    let order = points.indices.sorted { (points[$0], $0) < (points[$1], $1) }
    let total = weights.reduce(0, +)
    self.points = order.map { points[$0] }
    self.weights = order.map { weights[$0] / total }
  }

  /// Gauss's rule for this distribution: the `count` points that integrate every polynomial of degree 2 count - 1 as all
  /// the points do.
  ///
  /// The recurrence of the orthogonal polynomials by Stieltjes's procedure; points and weights are the eigenvalues of the
  /// Jacobi matrix and the squared first components of its eigenvectors.
  ///
  /// Source: Gautschi (2004), Orthogonal Polynomials, sections 2.2 and 3.1; Golub & Welsch (1969).
  ///
  /// - Parameters:
  ///   - count: how many points, at least one.
  ///   - fit: the name of the fit for an error.
  /// - Returns: the rule, or the distribution itself where it has no more points.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)`` where the algebra fails.
  func gaussRule(_ count: Int, fit: String) throws(NegotiationError) -> DiscreteDistribution {
    guard points.count > count else { return self }
    var diagonal: [Double] = []
    var squares: [Double] = []
    var current = [Double](repeating: 1, count: points.count)
    var before = [Double](repeating: 0, count: points.count)
    var norm = 1.0
    var ratio = 0.0
    for k in 0..<count {
      var first = 0.0
      for i in points.indices { first += weights[i] * points[i] * current[i] * current[i] }
      let center = first / norm
      diagonal.append(center)
      if k > 0 { squares.append(ratio) }
      var nextNorm = 0.0
      for i in points.indices {
        let next = (points[i] - center) * current[i] - ratio * before[i]
        (before[i], current[i]) = (current[i], next)
        nextNorm += weights[i] * next * next
      }
      ratio = nextNorm / norm
      norm = nextNorm
      guard norm > 1e-280 else { break }
    }
    let size = diagonal.count
    var jacobi = [Double](repeating: 0, count: size * size)
    for k in 0..<size {
      jacobi[k * size + k] = diagonal[k]
      guard k + 1 < size else { continue }
      jacobi[k * size + k + 1] = squares[k].squareRoot()
      jacobi[(k + 1) * size + k] = squares[k].squareRoot()
    }
    do {
      let matrix = try Matrix(try Shape(rows: size, columns: size), columnMajor: jacobi)
      let eigen = try SymmetricEigen(matrix)
      let firsts = (0..<size).map { eigen.vectors.elements[$0 * size] }
      return DiscreteDistribution(points: eigen.values, weights: firsts.map { $0 * $0 })
    } catch { throw .noConvergence(fit: fit, reason: "the quadrature over asks: \(error)") }
  }

  /// The points that are not exceeded with given probabilities: the first whose cumulated weight reaches each.
  ///
  /// - Parameter probabilities: ascending, from 0 to 1.
  /// - Returns: as many points.
  func quantiles(_ probabilities: [Double]) -> [Double] {
    var place = 0
    var cumulated = weights[0]
    return probabilities.map { probability in
      while cumulated < probability, place + 1 < points.count {
        place += 1
        cumulated += weights[place]
      }
      return points[place]
    }
  }
}

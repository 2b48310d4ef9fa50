/// The augmented system of least squares, solved by QR and refined until its digits settle.
///
/// For a design A of full column rank it finds r and x with
///
///     r + A x = b
///     A' r    = c
///
/// With c = 0, x minimises |b - A x| and r is the residual. With b = 0, x = -(A'A)⁻¹ c and r = A (A'A)⁻¹ c.
/// Each refinement computes what is left of both equations with twice the digits, and solves for the correction
/// with the same factors. It reaches nearly full accuracy while the condition number stays below 1 / epsilon,
/// whatever order of operations the BLAS kernel of the day has.
/// Source: Björck (1967), Iterative refinement of linear least squares solutions I, BIT 7; Higham, Accuracy and
/// Stability of Numerical Algorithms, 2nd edition, section 20.5.
struct AugmentedSystem: Equatable, Sendable {
  struct Solution: Equatable, Sendable {
    var residual: [Double]
    var coefficients: [Double]
  }

  let design: Matrix
  let factorization: QRFactorization

  /// Factorizes the design and refuses one without full column rank.
  init(_ design: Matrix, tolerance: Double?) throws(LinearAlgebraError) {
    self.design = design
    factorization = try QRFactorization(design, tolerance: tolerance)
    try factorization.requireFullColumnRank()
  }

  /// The refined solution for b (as many elements as rows) and c (as many as columns).
  func solve(_ upper: [Double], _ lower: [Double]) throws(LinearAlgebraError) -> Solution {
    var solution = try solveOnce(upper, lower)
    // The correction before the first, as it were: that from zero to the first solution.
    var previous = 1.0
    // Ten are enough at any condition number that the rank allows; each must at least halve the one before.
    for _ in 0..<10 {
      let left = try remainder(upper, lower, solution)
      let correction = try solveOnce(left.upper, left.lower)
      let size = relativeSize(of: correction, to: solution)
      guard size < previous / 2 else { break }
      for row in solution.residual.indices { solution.residual[row] += correction.residual[row] }
      for column in solution.coefficients.indices {
        solution.coefficients[column] += correction.coefficients[column]
      }
      // Convergence is linear: the next correction would be smaller than this one by about the same factor again.
      // A thousandth of the last digit allows for "about".
      guard size * (size / previous) > .ulpOfOne / 1024 else { break }
      previous = size
    }
    return solution
  }

  /// Golub and Van Loan, section 5.3.8: with Q'b = (d₁, d₂) and h = R'⁻¹P'c, r = Q (h, d₂) and x = P R⁻¹(d₁ - h).
  private func solveOnce(_ upper: [Double], _ lower: [Double]) throws(LinearAlgebraError) -> Solution {
    var rotated = try factorization.applyOrthogonal(to: upper, transposed: true)
    let fixed = factorization.solveTransposedTriangle(lower)
    let difference = fixed.indices.map { rotated[$0] - fixed[$0] }
    rotated.replaceSubrange(fixed.indices, with: fixed)
    return Solution(
      residual: try factorization.applyOrthogonal(to: rotated),
      coefficients: try factorization.solveTriangle(difference).finite(resultOf: "least squares"))
  }

  /// b - r - A x and c - A'r.
  private func remainder(
    _ upper: [Double], _ lower: [Double], _ solution: Solution
  ) throws(LinearAlgebraError) -> (upper: [Double], lower: [Double]) {
    let rows = design.shape.rows
    var sums = upper.map { CompensatedSum($0) }
    var remainder = lower
    for column in lower.indices {
      let coefficient = -solution.coefficients[column]
      var sum = CompensatedSum(lower[column])
      for row in 0..<rows {
        let element = design.elements[column * rows + row]
        sums[row].add(element, times: coefficient)
        sum.add(element, times: -solution.residual[row])
      }
      remainder[column] = sum.rounded
    }
    for row in 0..<rows { sums[row].add(-solution.residual[row]) }
    return (
      try sums.map(\.rounded).finite(resultOf: "least squares"),
      try remainder.finite(resultOf: "least squares")
    )
  }

  /// How far the coefficients still move, relative to the largest of them.
  ///
  /// The residual does not count: of an exact fit nothing is left of it to settle.
  private func relativeSize(of correction: Solution, to solution: Solution) -> Double {
    func largest(_ vector: [Double]) -> Double { vector.reduce(0) { max($0, $1.magnitude) } }
    let moved = largest(correction.coefficients)
    return moved == 0 ? 0 : moved / largest(solution.coefficients)
  }
}

internal import COpenBLAS

/// A = Q R P', with Householder reflections and column pivoting, by `dgeqp3`.
///
/// Pivoting takes at each step the column with the most left after the columns already taken, so that the diagonal
/// of R decreases in magnitude and shows the numerical rank.
///
/// Edge Cases: a zero matrix factorizes, with rank 0; a matrix with more columns than rows factorizes, and `solve`
/// refuses it.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, section 5.4.2.
public struct QRFactorization: Equatable, Sendable {
  /// The shape of A.
  public let shape: Shape
  /// Column k of QR is column `pivots[k]` of A.
  public let pivots: [Int]
  /// The number of diagonal elements of R that exceed the tolerance relative to the first.
  public let rank: Int
  /// An estimate, from 0 to 1, of the reciprocal condition number of R in the 1-norm; zero when the rank is deficient.
  public let reciprocalCondition: Double

  /// R on and above the diagonal, the reflections below it.
  private let factors: [Double]
  private let reflections: [Double]

  /// Factorizes a matrix.
  ///
  /// - Parameters:
  ///   - matrix: A, of any shape.
  ///   - tolerance: a diagonal element of R counts as zero up to this fraction of the first;
  ///     by default max(rows, columns) times the machine epsilon.
  /// - Throws: `invalidTolerance`; `overflow` when the elements are too large for the norms of columns.
  public init(_ matrix: Matrix, tolerance: Double? = nil) throws(LinearAlgebraError) {
    let shape = matrix.shape
    let tolerance = tolerance ?? Double(max(shape.rows, shape.columns)) * .ulpOfOne
    guard tolerance >= 0, tolerance < 1 else { throw .invalidTolerance(tolerance) }

    let diagonalCount = min(shape.rows, shape.columns)
    var factors = matrix.elements
    var reflections = [Double](repeating: 0, count: diagonalCount)
    var pivots = [Int32](repeating: 0, count: shape.columns)
    try withWorkspace("dgeqp3") { work, length in
      lapack_geqp3(shape.m, shape.n, &factors, &pivots, &reflections, work, length)
    }
    self.shape = shape
    self.factors = try factors.finite(resultOf: "QR factorization")
    self.reflections = reflections
    self.pivots = pivots.map { Int($0) - 1 }

    let diagonal = (0..<diagonalCount).map { factors[$0 * shape.rows + $0].magnitude }
    let rank = diagonal.prefix { $0 > tolerance * diagonal[0] }.count
    self.rank = rank

    var reciprocal = 0.0
    if rank == shape.columns {
      var work = [Double](repeating: 0, count: 3 * rank)
      var integers = [Int32](repeating: 0, count: rank)
      try succeed(
        "dtrcon", lapack_trcon(shape.n, factors, shape.m, &reciprocal, &work, &integers))
    }
    reciprocalCondition = reciprocal
  }

  /// The upper triangular or trapezoidal factor R, min(rows, columns) x columns, with zeros below its diagonal.
  public var triangle: Matrix {
    Matrix(Shape(knownRows: min(shape.rows, shape.columns), columns: shape.columns)) { row, column in
      row > column ? 0 : factors[column * shape.rows + row]
    }
  }

  /// Q times a vector, or Q' times a vector, by `dormqr`; Q is square and never formed.
  ///
  /// - Parameters:
  ///   - vector: as many elements as A has rows.
  ///   - transposed: whether to apply Q' in place of Q.
  /// - Returns: as many elements as A has rows.
  /// - Throws: `wrongLength`, `nonFinite`, `overflow`.
  public func applyOrthogonal(
    to vector: [Double], transposed: Bool = false
  ) throws(LinearAlgebraError) -> [Double] {
    var result = try vector.checked(length: shape.rows)
    try withWorkspace("dormqr") { work, length in
      lapack_ormqr(
        CChar(bitPattern: UInt8(ascii: transposed ? "T" : "N")), shape.m, 1, Int32(reflections.count),
        factors, reflections, &result, work, length)
    }
    return try result.finite(resultOf: "orthogonal product")
  }

  /// The least-squares solution of A x = b, which is the solution when A is square.
  ///
  /// - Parameter right: b, as many elements as A has rows.
  /// - Returns: x, as many elements as A has columns.
  /// - Throws: `underdetermined`, `rankDeficient`, `wrongLength`, `nonFinite`, `overflow`.
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    try requireFullColumnRank()
    let rotated = try applyOrthogonal(to: right, transposed: true)
    return try solveTriangle(Array(rotated.prefix(shape.columns))).finite(resultOf: "QR solve")
  }

  /// Refuses a factorization from which no unique solution follows.
  func requireFullColumnRank() throws(LinearAlgebraError) {
    guard shape.rows >= shape.columns else { throw .underdetermined(shape) }
    guard rank == shape.columns else {
      throw .rankDeficient(rank: rank, columns: pivots[rank...].sorted())
    }
  }

  /// P R⁻¹ b: a solve with R, then back to the order of A's columns.
  func solveTriangle(_ right: [Double]) -> [Double] {
    var solution = right
    solveTriangle(CblasNoTrans, &solution)
    var result = solution
    for (index, pivot) in pivots.enumerated() { result[pivot] = solution[index] }
    return result
  }

  /// R'⁻¹ P'b: into the order of R's columns, then a solve with its transpose.
  func solveTransposedTriangle(_ right: [Double]) -> [Double] {
    var solution = pivots.map { right[$0] }
    solveTriangle(CblasTrans, &solution)
    return solution
  }

  private func solveTriangle(_ transpose: CBLAS_TRANSPOSE, _ vector: inout [Double]) {
    cblas_dtrsv(
      CblasColMajor, CblasUpper, transpose, CblasNonUnit, shape.n, factors, shape.m, &vector, 1)
  }
}

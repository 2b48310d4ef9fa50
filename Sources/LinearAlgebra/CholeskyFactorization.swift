internal import COpenBLAS

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A = L L' for a symmetric positive definite matrix, by `dpotrf`.
///
/// Edge Cases: a semidefinite matrix is refused as not positive definite, or passes with a reciprocal condition near
/// the machine epsilon, as rounding has it.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, section 4.2.
public struct CholeskyFactorization: Equatable, Sendable {
  /// L, with zeros above its diagonal.
  public let lower: Matrix
  /// An estimate, from 0 to 1, of the reciprocal condition number of A in the 1-norm.
  public let reciprocalCondition: Double

  /// Factorizes a symmetric positive definite matrix.
  ///
  /// - Parameter matrix: A; a difference between its triangles that rounding explains is averaged away.
  /// - Throws: `notSquare`, `notSymmetric`, `notPositiveDefinite` with the order of the first minor that is not
  ///   positive, `overflow`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let symmetric = try matrix.checkedSymmetric()
    let shape = matrix.shape
    var factor = symmetric.elements
    let info = lapack_potrf(shape.n, &factor)
    guard info <= 0 else { throw .notPositiveDefinite(leadingMinor: Int(info)) }
    try succeed("dpotrf", info)
    factor = try factor.finite(resultOf: "Cholesky factorization")

    let columnSums = stride(from: 0, to: factor.count, by: shape.rows).map { start in
      symmetric.elements[start..<start + shape.rows].reduce(0) { $0 + $1.magnitude }
    }
    let norm = try columnSums.reduce(0, max).finite(resultOf: "matrix norm")
    var reciprocal = 0.0
    var work = [Double](repeating: 0, count: 3 * shape.rows)
    var integers = [Int32](repeating: 0, count: shape.rows)
    try succeed("dpocon", lapack_pocon(shape.n, factor, norm, &reciprocal, &work, &integers))
    reciprocalCondition = reciprocal
    lower = Matrix(shape) { row, column in row < column ? 0 : factor[column * shape.rows + row] }
  }

  /// The natural logarithm of the determinant, 2 Σ ln Lᵢᵢ, which does not overflow where the determinant would.
  public var logDeterminant: Double { lower.diagonal.reduce(0) { $0 + 2 * log($1) } }

  /// Solves A X = B for several right-hand sides, by `dpotrs`.
  ///
  /// - Parameter right: B, with as many rows as A.
  /// - Returns: X, of the shape of B.
  /// - Throws: `shapeMismatch`, `overflow`.
  public func solve(_ right: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard right.shape.rows == lower.shape.rows else {
      throw .shapeMismatch(operation: "Cholesky solve", left: lower.shape, right: right.shape)
    }
    var result = right.elements
    try succeed("dpotrs", lapack_potrs(right.shape.m, right.shape.n, lower.elements, &result))
    return try Matrix(right.shape, resultOf: "Cholesky solve", result)
  }

  /// Solves A x = b.
  ///
  /// - Parameter right: b, as many elements as A has rows.
  /// - Returns: x, as many elements as A has columns.
  /// - Throws: `wrongLength`, `nonFinite`, `overflow`.
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    try solve(Matrix(columns: [right.checked(length: lower.shape.rows)])).elements
  }

  /// The inverse of A, exactly symmetric, by `dpotri`; prefer `solve` where only a product with it is needed.
  ///
  /// - Returns: a matrix of the shape of A.
  /// - Throws: `overflow`.
  public func inverse() throws(LinearAlgebraError) -> Matrix {
    var result = lower.elements
    try succeed("dpotri", lapack_potri(lower.shape.n, &result))
    return try Matrix(lower.shape, resultOf: "inverse", result.mirroringLower(size: lower.shape.rows))
  }
}

internal import COpenBLAS

/// Which half of a matrix a triangular solve reads; the other half is not looked at.
public enum Triangle: Equatable, Hashable, Sendable, CaseIterable {
  /// On and above the diagonal.
  case upper
  /// On and below the diagonal.
  case lower
}

extension Matrix {
  /// Solves T X = B, or T'X = B, for the triangular half T of this matrix, by `dtrsm`.
  ///
  /// - Parameters:
  ///   - triangle: which half of this matrix T is.
  ///   - transposed: whether to solve with T' in place of T.
  ///   - right: B, with as many rows as this matrix.
  /// - Returns: X, of the shape of B.
  /// - Throws: `notSquare`, `shapeMismatch`, `singular` with the index of the first zero on the diagonal, `overflow`.
  public func solveTriangular(
    _ triangle: Triangle, transposed: Bool = false, _ right: Matrix
  ) throws(LinearAlgebraError) -> Matrix {
    guard shape.rows == shape.columns else { throw .notSquare(shape) }
    guard shape.rows == right.shape.rows else {
      throw .shapeMismatch(operation: "triangular solve", left: shape, right: right.shape)
    }
    if let index = diagonal.firstIndex(of: 0) { throw .singular(index: index) }
    var result = right.elements
    cblas_dtrsm(
      CblasColMajor, CblasLeft, triangle == .upper ? CblasUpper : CblasLower,
      transposed ? CblasTrans : CblasNoTrans, CblasNonUnit, right.shape.m, right.shape.n,
      1, elements, shape.m, &result, right.shape.m)
    return try Matrix(right.shape, resultOf: "triangular solve", result)
  }
}

internal import COpenBLAS

/// The eigenvalues and eigenvectors of a symmetric matrix, A = V Λ V', by `dsyev`.
///
/// An eigenvector is unique up to its sign only: here its largest element is positive, so that processors agree.
///
/// Edge Cases: vectors of equal eigenvalues are any orthonormal basis of their space, so they may differ between
/// processors.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, section 8.3.
public struct SymmetricEigen: Equatable, Sendable {
  /// The eigenvalues, ascending.
  public let values: [Double]
  /// The orthonormal eigenvectors as columns, in the order of the values.
  public let vectors: Matrix

  /// Decomposes a symmetric matrix.
  ///
  /// - Parameter matrix: A; a difference between its triangles that rounding explains is averaged away.
  /// - Throws: `notSquare`, `notSymmetric`, `overflow`, `routineFailed` when the iteration does not converge.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let shape = matrix.shape
    var vectors = try matrix.checkedSymmetric().elements
    var values = [Double](repeating: 0, count: shape.rows)
    try withWorkspace("dsyev") { work, length in
      lapack_syev(shape.n, &vectors, &values, work, length)
    }
    self.values = try values.finite(resultOf: "eigenvalues")
    let signs = vectors.columnSigns(length: shape.rows)
    self.vectors = try Matrix(
      shape, resultOf: "eigenvectors", vectors.indices.map { vectors[$0] * signs[$0 / shape.rows] })
  }
}

extension [Double] {
  /// For each column of this length the sign, 1 or -1, of its largest element.
  ///
  /// Elements within a hundred-millionth of the largest count as equal, and the first of them decides:
  /// rounding must not.
  func columnSigns(length: Int) -> [Double] {
    stride(from: 0, to: count, by: length).map { start in
      let column = self[start..<start + length]
      let largest = column.reduce(0) { Swift.max($0, $1.magnitude) }
      let decisive = column.first { $0.magnitude >= largest * (1 - 1e-8) } ?? 0
      return decisive < 0 ? -1 : 1
    }
  }
}

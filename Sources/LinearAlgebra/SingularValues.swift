internal import COpenBLAS

/// The thin singular value decomposition A = U Σ V', by `dgesdd`; k = min(rows, columns).
///
/// A pair of singular vectors is unique up to a common sign only: here the largest element of each right vector
/// is positive, so that processors agree.
///
/// Edge Cases: vectors of equal singular values are any orthonormal basis of their space, so they may differ between
/// processors; a zero matrix has rank 0.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, section 8.6.
public struct SingularValues: Equatable, Sendable {
  /// The k singular values, descending, none negative.
  public let values: [Double]
  /// U, rows x k, with orthonormal columns.
  public let left: Matrix
  /// V, columns x k, with orthonormal columns.
  public let right: Matrix

  /// Decomposes a matrix.
  ///
  /// - Parameter matrix: A, of any shape.
  /// - Throws: `overflow`, `routineFailed` when the iteration does not converge.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let shape = matrix.shape
    let count = min(shape.rows, shape.columns)
    let leftShape = try Shape(rows: shape.rows, columns: count)
    let rightShape = try Shape(rows: shape.columns, columns: count)
    var scratch = matrix.elements
    var values = [Double](repeating: 0, count: count)
    var left = [Double](repeating: 0, count: leftShape.count)
    var rightTransposed = [Double](repeating: 0, count: rightShape.count)
    var integers = [Int32](repeating: 0, count: 8 * count)
    try withWorkspace("dgesdd") { work, length in
      lapack_gesdd(
        shape.m, shape.n, leftShape.n, &scratch, &values, &left, &rightTransposed, work, length, &integers)
    }
    self.values = try values.finite(resultOf: "singular values")
    let right = try Matrix(rightShape.transposed, resultOf: "singular vectors", rightTransposed).transposed
    let signs = right.elements.columnSigns(length: shape.columns)
    self.right = Matrix(
      rightShape, finite: right.elements.indices.map { right.elements[$0] * signs[$0 / shape.columns] })
    self.left = try Matrix(
      leftShape, resultOf: "singular vectors", left.indices.map { left[$0] * signs[$0 / shape.rows] })
  }

  /// The smallest singular value over the largest, from 0 to 1; zero for a zero matrix.
  public var reciprocalCondition: Double {
    guard let largest = values.first, let smallest = values.last, largest > 0 else { return 0 }
    return smallest / largest
  }

  /// The number of singular values above a fraction of the largest.
  ///
  /// - Parameter tolerance: the fraction; by default max(rows, columns) times the machine epsilon.
  /// - Returns: 0 for a zero matrix.
  /// - Throws: `invalidTolerance`.
  public func rank(tolerance: Double? = nil) throws(LinearAlgebraError) -> Int {
    let tolerance = tolerance ?? Double(max(left.shape.rows, right.shape.rows)) * .ulpOfOne
    guard tolerance >= 0, tolerance < 1 else { throw .invalidTolerance(tolerance) }
    return values.count { $0 > tolerance * values[0] }
  }
}

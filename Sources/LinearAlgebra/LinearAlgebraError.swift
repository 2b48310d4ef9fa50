/// Why a matrix, a factorization or a fit was refused.
///
/// Indices count from zero, as the subscripts of `Matrix` do.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// A matrix or a vector has no elements.
  case empty
  /// A number of rows or columns, or of workspace elements, that 32-bit BLAS integers cannot hold.
  case tooLarge(size: Int)
  /// A vector, row or column has the wrong number of elements.
  case wrongLength(expected: Int, actual: Int)
  /// Two operands do not fit together.
  case shapeMismatch(operation: String, left: Shape, right: Shape)
  /// An index outside the matrix.
  case outOfRange(row: Int, column: Int, shape: Shape)
  /// An input element is NaN or infinite; a vector counts as one column.
  case nonFinite(row: Int, column: Int)
  /// Finite inputs gave a result that a `Double` cannot hold.
  case overflow(operation: String)
  /// A square matrix was needed.
  case notSquare(Shape)
  /// The element and its mirror image differ by more than rounding.
  case notSymmetric(row: Int, column: Int)
  /// The leading minor of this order (counted from one) is not positive.
  case notPositiveDefinite(leadingMinor: Int)
  /// A triangular matrix has a zero on its diagonal.
  case singular(index: Int)
  /// The columns, in increasing order, that depend on the `rank` others which the pivoting kept.
  case rankDeficient(rank: Int, columns: [Int])
  /// Fewer rows than columns: the solution is not unique.
  case underdetermined(Shape)
  /// As many rows as columns: the fit is exact, and no residual is left from which to estimate a variance.
  case saturated(Shape)
  /// The coefficient of determination of a response without variation.
  case constantResponse
  /// A tolerance outside 0 ..< 1.
  case invalidTolerance(Double)
  /// A LAPACK routine did not converge or refused an argument (`info` as it returned it).
  case routineFailed(name: String, info: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// One line that says what was wrong, and where.
  public var description: String {
    switch self {
    case .empty: "no elements"
    case .tooLarge(let size): "\(size) does not fit the 32-bit integers of BLAS"
    case .wrongLength(let expected, let actual): "\(actual) elements where \(expected) are needed"
    case .shapeMismatch(let operation, let left, let right): "\(operation): \(left) does not fit \(right)"
    case .outOfRange(let row, let column, let shape): "[\(row), \(column)] is outside of \(shape)"
    case .nonFinite(let row, let column): "the element at [\(row), \(column)] is not finite"
    case .overflow(let operation): "\(operation): the result is not finite"
    case .notSquare(let shape): "\(shape) is not square"
    case .notSymmetric(let row, let column): "not symmetric at [\(row), \(column)]"
    case .notPositiveDefinite(let minor): "not positive definite: the leading minor of order \(minor)"
    case .singular(let index): "singular: zero at [\(index), \(index)]"
    case .rankDeficient(let rank, let columns): "rank \(rank): columns \(columns) depend on the others"
    case .underdetermined(let shape): "\(shape): fewer rows than columns"
    case .saturated(let shape): "\(shape): no degrees of freedom are left for the variance"
    case .constantResponse: "the response does not vary"
    case .invalidTolerance(let tolerance): "a tolerance of \(tolerance) is not within 0 ..< 1"
    case .routineFailed(let name, let info): "\(name) failed with info \(info)"
    }
  }
}

/// The numbers of rows and columns of a matrix.
public struct Shape: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The number of rows, at least 1.
  public let rows: Int
  /// The number of columns, at least 1.
  public let columns: Int

  /// Checks that the shape is not empty and that BLAS can address it.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  /// - Throws: `empty` when either is below 1; `tooLarge` when either exceeds 2^31 - 1, the largest BLAS integer.
  public init(rows: Int, columns: Int) throws(LinearAlgebraError) {
    guard rows >= 1, columns >= 1 else { throw .empty }
    for size in [rows, columns] where size > Int(Int32.max) { throw .tooLarge(size: size) }
    self.rows = rows
    self.columns = columns
  }

  /// Rows and columns exchanged.
  public var transposed: Shape { Shape(knownRows: columns, columns: rows) }

  /// The number of elements; it cannot overflow, since either factor is below 2^31.
  public var count: Int { rows * columns }

  /// For example `43 x 2`.
  public var description: String { "\(rows) x \(columns)" }

  /// For sizes taken from another shape.
  init(knownRows rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

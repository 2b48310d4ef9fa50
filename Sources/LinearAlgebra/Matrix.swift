/// A dense matrix of finite numbers, stored by columns as BLAS reads it.
///
/// Neither an empty matrix nor one with a NaN or an infinity can be made, so nothing that takes a `Matrix` checks again.
public struct Matrix: Equatable, Hashable, Sendable {
  /// The numbers of rows and columns.
  public let shape: Shape
  /// The elements column by column: the one at row i, column j is `elements[j * rows + i]`.
  public let elements: [Double]

  /// A matrix from its elements column by column.
  ///
  /// - Parameters:
  ///   - shape: the numbers of rows and columns.
  ///   - columnMajor: `shape.count` elements, the first column first.
  /// - Throws: `wrongLength`, or `nonFinite` with the place of the first element that is not finite.
  public init(_ shape: Shape, columnMajor: [Double]) throws(LinearAlgebraError) {
    guard columnMajor.count == shape.count else {
      throw .wrongLength(expected: shape.count, actual: columnMajor.count)
    }
    if let index = columnMajor.firstIndex(where: { !$0.isFinite }) {
      throw .nonFinite(row: index % shape.rows, column: index / shape.rows)
    }
    self.init(shape, finite: columnMajor)
  }

  /// A matrix from its columns.
  ///
  /// - Parameter columns: one array for each column, all of one length.
  /// - Throws: `empty`, `tooLarge`, `wrongLength` when a column is not as long as the first, `nonFinite`.
  public init(columns: [[Double]]) throws(LinearAlgebraError) {
    let shape = try Shape(rows: columns.first?.count ?? 0, columns: columns.count)
    for column in columns where column.count != shape.rows {
      throw .wrongLength(expected: shape.rows, actual: column.count)
    }
    try self.init(shape, columnMajor: columns.flatMap(\.self))
  }

  /// A matrix from its rows.
  ///
  /// - Parameter rows: one array for each row, all of one length.
  /// - Throws: `empty`, `tooLarge`, `wrongLength` when a row is not as long as the first, `nonFinite`.
  public init(rows: [[Double]]) throws(LinearAlgebraError) {
    let shape = try Shape(rows: rows.count, columns: rows.first?.count ?? 0)
    for row in rows where row.count != shape.columns {
      throw .wrongLength(expected: shape.columns, actual: row.count)
    }
    let elements = (0..<shape.columns).flatMap { column in rows.map { $0[column] } }
    try self.init(shape, columnMajor: elements)
  }

  /// The identity matrix.
  ///
  /// - Parameter size: the number of rows and of columns.
  /// - Throws: `empty` or `tooLarge`.
  public init(identity size: Int) throws(LinearAlgebraError) {
    let shape = try Shape(rows: size, columns: size)
    self.init(shape) { $0 == $1 ? 1 : 0 }
  }

  /// For results that are known to be finite, or are checked by `init(_:resultOf:_:)`.
  init(_ shape: Shape, finite elements: [Double]) {
    self.shape = shape
    self.elements = elements
  }

  /// For elements that are a function of finite ones.
  init(_ shape: Shape, finite element: (_ row: Int, _ column: Int) -> Double) {
    self.init(
      shape,
      finite: (0..<shape.columns).flatMap { column in (0..<shape.rows).map { element($0, column) } })
  }

  /// For results of arithmetic, which may have overflowed.
  init(_ shape: Shape, resultOf operation: String, _ elements: [Double]) throws(LinearAlgebraError) {
    self.init(shape, finite: try elements.finite(resultOf: operation))
  }

  /// The element at a row and a column, both counted from zero.
  ///
  /// - Throws: `outOfRange`.
  public subscript(row: Int, column: Int) -> Double {
    get throws(LinearAlgebraError) {
      guard (0..<shape.rows).contains(row), (0..<shape.columns).contains(column) else {
        throw .outOfRange(row: row, column: column, shape: shape)
      }
      return elements[column * shape.rows + row]
    }
  }

  /// One row, counted from zero.
  ///
  /// - Parameter index: the row.
  /// - Returns: as many elements as there are columns.
  /// - Throws: `outOfRange`.
  public func row(_ index: Int) throws(LinearAlgebraError) -> [Double] {
    guard (0..<shape.rows).contains(index) else {
      throw .outOfRange(row: index, column: 0, shape: shape)
    }
    return stride(from: index, to: elements.count, by: shape.rows).map { elements[$0] }
  }

  /// One column, counted from zero.
  ///
  /// - Parameter index: the column.
  /// - Returns: as many elements as there are rows.
  /// - Throws: `outOfRange`.
  public func column(_ index: Int) throws(LinearAlgebraError) -> [Double] {
    guard (0..<shape.columns).contains(index) else {
      throw .outOfRange(row: 0, column: index, shape: shape)
    }
    return Array(elements[index * shape.rows..<(index + 1) * shape.rows])
  }

  /// The elements with equal row and column, as many as the shorter side has.
  public var diagonal: [Double] {
    (0..<min(shape.rows, shape.columns)).map { elements[$0 * shape.rows + $0] }
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    Matrix(shape.transposed) { row, column in elements[row * shape.rows + column] }
  }
}

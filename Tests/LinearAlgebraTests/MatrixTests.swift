import Testing

@testable import LinearAlgebra

@Suite struct MatrixTests {
  let matrix: Matrix

  init() throws {
    matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
  }

  @Test func storesByColumns() throws {
    #expect(matrix.shape == (try Shape(rows: 2, columns: 3)))
    #expect(matrix.elements == [1, 4, 2, 5, 3, 6])
    #expect(matrix == (try Matrix(columns: [[1, 4], [2, 5], [3, 6]])))
    #expect(matrix == (try Matrix(Shape(rows: 2, columns: 3), columnMajor: [1, 4, 2, 5, 3, 6])))
  }

  @Test func givesElementsRowsAndColumns() throws {
    #expect(try matrix[1, 2] == 6)
    #expect(try matrix.row(1) == [4, 5, 6])
    #expect(try matrix.column(2) == [3, 6])
    #expect(matrix.diagonal == [1, 5])
  }

  @Test func transposes() throws {
    #expect(matrix.transposed == (try Matrix(columns: [[1, 2, 3], [4, 5, 6]])))
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func makesTheIdentity() throws {
    #expect(try Matrix(identity: 2) == Matrix(rows: [[1, 0], [0, 1]]))
    #expect(throws: LinearAlgebraError.empty) { try Matrix(identity: 0) }
  }

  @Test func refusesTheEmpty() {
    #expect(throws: LinearAlgebraError.empty) { try Matrix(rows: []) }
    #expect(throws: LinearAlgebraError.empty) { try Matrix(rows: [[]]) }
    #expect(throws: LinearAlgebraError.empty) { try Matrix(columns: []) }
    #expect(throws: LinearAlgebraError.empty) { try Matrix(columns: [[], []]) }
  }

  @Test func refusesUnequalLengths() {
    let error = LinearAlgebraError.wrongLength(expected: 2, actual: 1)
    #expect(throws: error) { try Matrix(rows: [[1, 2], [3]]) }
    #expect(throws: error) { try Matrix(columns: [[1, 2], [3]]) }
    #expect(throws: LinearAlgebraError.wrongLength(expected: 4, actual: 3)) {
      try Matrix(Shape(rows: 2, columns: 2), columnMajor: [1, 2, 3])
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func refusesTheNonFiniteAndSaysWhere(value: Double) {
    let error = LinearAlgebraError.nonFinite(row: 1, column: 2)
    #expect(throws: error) { try Matrix(rows: [[1, 2, 3], [4, 5, value]]) }
    #expect(throws: error) { try Matrix(columns: [[1, 4], [2, 5], [3, value]]) }
  }

  @Test func refusesIndicesOutside() throws {
    let shape = matrix.shape
    #expect(throws: LinearAlgebraError.outOfRange(row: 2, column: 0, shape: shape)) { try matrix[2, 0] }
    #expect(throws: LinearAlgebraError.outOfRange(row: 0, column: -1, shape: shape)) { try matrix[0, -1] }
    #expect(throws: LinearAlgebraError.outOfRange(row: -1, column: 0, shape: shape)) { try matrix.row(-1) }
    #expect(throws: LinearAlgebraError.outOfRange(row: 0, column: 3, shape: shape)) { try matrix.column(3) }
  }
}

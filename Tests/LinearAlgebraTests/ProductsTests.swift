import Testing

@testable import LinearAlgebra

@Suite struct ProductsTests {
  let square: Decompositions.Square
  let general: [Decompositions.General]

  init() throws {
    let references = try References.load("decompositions", as: Decompositions.self)
    square = references.square
    general = references.general
  }

  @Test func agreeWithNumPy() throws {
    let matrix = try Matrix(rows: square.matrix)
    #expect(distance(try matrix.multiplied(by: matrix), square.product) < stableTolerance)
    #expect(distance(try matrix.multiplied(by: square.right), square.timesRight) < stableTolerance)
    #expect(
      distance(try matrix.transposeMultiplied(by: square.right), square.transposeTimesRight) < stableTolerance
    )
  }

  @Test func crossProductAgreesWithNumPyAndIsExactlySymmetric() throws {
    for reference in general {
      let cross = try Matrix(rows: reference.matrix).crossProduct()
      #expect(distance(cross, reference.cross) < stableTolerance)
      #expect(cross == cross.transposed)
    }
  }

  @Test func multiplyRectangles() throws {
    let left = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    let right = try Matrix(rows: [[1, 0], [0, 1], [2, 2]])
    #expect(try left.multiplied(by: right) == Matrix(rows: [[7, 8], [16, 17]]))
    #expect(try left.multiplied(by: [1, 1, 1]) == [6, 15])
    #expect(try left.transposeMultiplied(by: [1, 1]) == [5, 7, 9])
    #expect(try left.multiplied(by: Matrix(identity: 3)) == left)
  }

  @Test func refuseShapesThatDoNotFit() throws {
    let matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    let error = LinearAlgebraError.shapeMismatch(
      operation: "product", left: matrix.shape, right: matrix.shape)
    #expect(throws: error) { try matrix.multiplied(by: matrix) }
    #expect(throws: LinearAlgebraError.wrongLength(expected: 3, actual: 2)) {
      try matrix.multiplied(by: [1, 2])
    }
    #expect(throws: LinearAlgebraError.wrongLength(expected: 2, actual: 3)) {
      try matrix.transposeMultiplied(by: [1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.nonFinite(row: 2, column: 0)) {
      try matrix.multiplied(by: [1, 2, .nan])
    }
  }

  @Test func refuseToOverflow() throws {
    let matrix = try Matrix(rows: [[1e200, 1e200], [1e200, 1e200]])
    #expect(throws: LinearAlgebraError.overflow(operation: "product")) { try matrix.multiplied(by: matrix) }
    #expect(throws: LinearAlgebraError.overflow(operation: "product")) {
      try matrix.multiplied(by: [1e200, 1])
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "cross product")) { try matrix.crossProduct() }
  }
}

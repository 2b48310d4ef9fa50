import Testing

@testable import LinearAlgebra

@Suite struct TriangleTests {
  @Test func agreesWithSciPyAndReadsOneHalfOnly() throws {
    let reference = try References.load("decompositions", as: Decompositions.self).square
    let matrix = try Matrix(rows: reference.matrix)
    let right = try Matrix(columns: [reference.right])
    let upper = try matrix.solveTriangular(.upper, right)
    #expect(distance(upper.elements, reference.upperSolution) < stableTolerance)
    let lower = try matrix.solveTriangular(.lower, transposed: true, right)
    #expect(distance(lower.elements, reference.lowerTransposedSolution) < stableTolerance)
  }

  @Test func solvesSeveralRightHandSides() throws {
    let matrix = try Matrix(rows: [[2, 1], [0, 4]])
    let right = try Matrix(rows: [[4, 2], [8, 4]])
    #expect(try matrix.solveTriangular(.upper, right) == Matrix(rows: [[1, 0.5], [2, 1]]))
  }

  @Test func refuses() throws {
    let right = try Matrix(columns: [[1, 2]])
    let singular = try Matrix(rows: [[1, 1], [0, 0]])
    #expect(throws: LinearAlgebraError.singular(index: 1)) { try singular.solveTriangular(.upper, right) }
    let identity = try Matrix(identity: 3)
    #expect(
      throws: LinearAlgebraError.shapeMismatch(
        operation: "triangular solve", left: identity.shape, right: right.shape)
    ) { try identity.solveTriangular(.lower, right) }
    #expect(throws: LinearAlgebraError.notSquare(right.shape)) { try right.solveTriangular(.lower, right) }
    let tiny = try Matrix(rows: [[1e-300, 0], [0, 1]])
    let huge = try Matrix(columns: [[1e300, 1]])
    #expect(throws: LinearAlgebraError.overflow(operation: "triangular solve")) {
      try tiny.solveTriangular(.upper, huge)
    }
  }
}

import Testing

@testable import LinearAlgebra

@Suite struct SingularValuesTests {
  @Test func agreesWithNumPy() throws {
    for reference in try References.load("decompositions", as: Decompositions.self).general {
      let decomposition = try SingularValues(Matrix(rows: reference.matrix))
      #expect(distance(decomposition.values, reference.singularValues) < stableTolerance)
      // The closest singular values are more than a tenth apart, which costs a vector less than two digits.
      #expect(distance(decomposition.left, reference.left) < 10 * stableTolerance)
      #expect(distance(decomposition.right, reference.right) < 10 * stableTolerance)
    }
  }

  @Test func measuresRankAndCondition() throws {
    let decomposition = try SingularValues(Matrix(rows: [[4, 0], [0, 0], [0, 1e-3]]))
    #expect(decomposition.values == [4, 1e-3])
    #expect(decomposition.reciprocalCondition == 1e-3 / 4)
    #expect(try decomposition.rank() == 2)
    #expect(try decomposition.rank(tolerance: 1e-3) == 1)
    let zero = try SingularValues(Matrix(rows: [[0, 0], [0, 0]]))
    #expect(zero.reciprocalCondition == 0)
    #expect(try zero.rank() == 0)
  }

  @Test func refuses() throws {
    let decomposition = try SingularValues(Matrix(identity: 2))
    #expect(throws: LinearAlgebraError.invalidTolerance(1)) { try decomposition.rank(tolerance: 1) }
    #expect(throws: LinearAlgebraError.invalidTolerance(-1)) { try decomposition.rank(tolerance: -1) }
    let huge = try Matrix(rows: [[1.7e308, 1.7e308], [1.7e308, 1.7e308]])
    #expect(throws: LinearAlgebraError.overflow(operation: "singular values")) { try SingularValues(huge) }
  }
}

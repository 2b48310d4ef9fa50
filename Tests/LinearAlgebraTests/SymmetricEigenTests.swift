import Testing

@testable import LinearAlgebra

@Suite struct SymmetricEigenTests {
  @Test func agreesWithNumPy() throws {
    let reference = try References.load("decompositions", as: Decompositions.self).symmetric
    let eigen = try SymmetricEigen(Matrix(rows: reference.matrix))
    #expect(distance(eigen.values, reference.values) < stableTolerance)
    // The closest eigenvalues are more than a tenth apart, which costs a vector less than two digits.
    #expect(distance(eigen.vectors, reference.vectors) < 10 * stableTolerance)
  }

  @Test func ascendsAndFixesTheSign() throws {
    let eigen = try SymmetricEigen(Matrix(rows: [[2, -1], [-1, 2]]))
    #expect(distance(eigen.values, [1, 3]) < stableTolerance)
    let half = (0.5).squareRoot()
    #expect(distance(eigen.vectors, [[half, half], [half, -half]]) < stableTolerance)
  }

  @Test func refuses() throws {
    let wide = try Matrix(rows: [[1, 2]])
    #expect(throws: LinearAlgebraError.notSquare(wide.shape)) { try SymmetricEigen(wide) }
    let crooked = try Matrix(rows: [[2, 1], [0, 2]])
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) { try SymmetricEigen(crooked) }
    let huge = try Matrix(rows: [[1.7e308, 1.7e308], [1.7e308, 1.7e308]])
    #expect(throws: LinearAlgebraError.overflow(operation: "eigenvalues")) { try SymmetricEigen(huge) }
  }
}

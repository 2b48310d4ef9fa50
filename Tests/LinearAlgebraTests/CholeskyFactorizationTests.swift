import Testing

@testable import LinearAlgebra

@Suite struct CholeskyFactorizationTests {
  @Test func agreesWithNumPy() throws {
    let reference = try References.load("decompositions", as: Decompositions.self).definite
    let factorization = try CholeskyFactorization(Matrix(rows: reference.matrix))
    #expect(distance(factorization.lower, reference.lower) < stableTolerance)
    #expect(distance(try factorization.solve(reference.right), reference.solution) < stableTolerance)
    #expect(distance(try factorization.inverse(), reference.inverse) < stableTolerance)
    #expect(distance([factorization.logDeterminant], [reference.logDeterminant]) < stableTolerance)
    // LAPACK estimates the norm of the inverse from below, rarely under a third of it.
    let ratio = factorization.reciprocalCondition / reference.reciprocalCondition
    #expect(ratio > 1 - stableTolerance && ratio < 3)
  }

  @Test func inverseIsExactlySymmetric() throws {
    let inverse = try CholeskyFactorization(Matrix(rows: [[4, 1, 0], [1, 3, 1], [0, 1, 2]])).inverse()
    #expect(inverse == inverse.transposed)
  }

  @Test func solvesSeveralRightHandSides() throws {
    let factorization = try CholeskyFactorization(Matrix(rows: [[4, 0], [0, 9]]))
    #expect(try factorization.solve(Matrix(rows: [[4, 8], [9, 18]])) == Matrix(rows: [[1, 2], [1, 2]]))
    #expect(factorization.lower == (try Matrix(rows: [[2, 0], [0, 3]])))
  }

  @Test func logDeterminantOutlivesTheDeterminant() throws {
    let factorization = try CholeskyFactorization(Matrix(rows: [[1e300, 0], [0, 1e300]]))
    // ln(1e600); every operation is rounded once.
    #expect(distance([factorization.logDeterminant], [1381.5510557964274]) < 1e-15)
  }

  @Test func refusesTheIndefiniteAndNamesTheMinor() throws {
    let indefinite = try Matrix(rows: [[1, 2, 0], [2, 1, 0], [0, 0, 1]])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 2)) {
      try CholeskyFactorization(indefinite)
    }
    let negative = try Matrix(rows: [[-1]])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 1)) {
      try CholeskyFactorization(negative)
    }
  }

  @Test func refusesShapesAndNumbers() throws {
    let wide = try Matrix(rows: [[1, 2]])
    #expect(throws: LinearAlgebraError.notSquare(wide.shape)) { try CholeskyFactorization(wide) }
    let crooked = try Matrix(rows: [[2, 1], [0, 2]])
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) { try CholeskyFactorization(crooked) }
    let factorization = try CholeskyFactorization(Matrix(identity: 2))
    #expect(throws: LinearAlgebraError.wrongLength(expected: 2, actual: 3)) {
      try factorization.solve([1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.nonFinite(row: 1, column: 0)) {
      try factorization.solve([1, .infinity])
    }
    #expect(
      throws: LinearAlgebraError.shapeMismatch(
        operation: "Cholesky solve", left: factorization.lower.shape, right: wide.shape)
    ) { try factorization.solve(wide) }
    let tiny = try CholeskyFactorization(Matrix(rows: [[.leastNonzeroMagnitude]]))
    #expect(throws: LinearAlgebraError.overflow(operation: "inverse")) { try tiny.inverse() }
    #expect(throws: LinearAlgebraError.overflow(operation: "Cholesky solve")) { try tiny.solve([1]) }
    let huge = try Matrix(rows: [[1.7e308, 1e308], [1e308, 1.7e308]])
    #expect(throws: LinearAlgebraError.overflow(operation: "matrix norm")) { try CholeskyFactorization(huge) }
  }
}

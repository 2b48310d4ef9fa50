import Testing

@testable import LinearAlgebra

@Suite struct QRFactorizationTests {
  let references: Decompositions

  init() throws {
    references = try References.load("decompositions")
  }

  @Test func pivotsAsSciPy() throws {
    for reference in references.general {
      let factorization = try QRFactorization(Matrix(rows: reference.matrix))
      #expect(factorization.pivots == reference.pivots)
      let diagonal = factorization.triangle.diagonal.map(\.magnitude)
      #expect(distance(diagonal, reference.triangleDiagonal) < stableTolerance)
      #expect(factorization.rank == diagonal.count)
    }
  }

  @Test func givesTheMatrixBack() throws {
    for reference in references.general {
      let matrix = try Matrix(rows: reference.matrix)
      let factorization = try QRFactorization(matrix)
      let triangle = factorization.triangle
      for (index, pivot) in factorization.pivots.enumerated() {
        let column = try triangle.column(index)
        let padded = column + [Double](repeating: 0, count: matrix.shape.rows - column.count)
        let product = try factorization.applyOrthogonal(to: padded)
        #expect(distance(product, try matrix.column(pivot)) < stableTolerance)
        let back = try factorization.applyOrthogonal(to: product, transposed: true)
        #expect(distance(back, padded) < stableTolerance)
      }
    }
  }

  @Test func solvesAsNumPy() throws {
    let reference = references.square
    let factorization = try QRFactorization(Matrix(rows: reference.matrix))
    #expect(distance(try factorization.solve(reference.right), reference.solution) < stableTolerance)
  }

  @Test func estimatesTheCondition() throws {
    let reference = references.square
    let estimate = try QRFactorization(Matrix(rows: reference.matrix)).reciprocalCondition
    // The 1-norms of R and A differ by at most the root of the size, each way, and the estimate of the inverse's norm
    // is rarely below a third.
    #expect(estimate > reference.reciprocalCondition / 4 && estimate < reference.reciprocalCondition * 12)
    // 1e-17 is below the machine epsilon: the nearest double to such a column is the dependent one.
    #expect(try QRFactorization(Matrix(rows: [[1, 1], [1, 1 + 1e-17]])).reciprocalCondition == 0)
  }

  @Test func seesTheRankAtTheGivenTolerance() throws {
    let nearly = try Matrix(rows: [[1, 1], [0, 1e-6], [0, 0]])
    #expect(try QRFactorization(nearly).rank == 2)
    #expect(try QRFactorization(nearly, tolerance: 1e-5).rank == 1)
    #expect(try QRFactorization(Matrix(rows: [[0, 0], [0, 0]])).rank == 0)
  }

  @Test func refusesWhatHasNoUniqueSolution() throws {
    let wide = try Matrix(rows: [[1, 2]])
    #expect(throws: LinearAlgebraError.underdetermined(wide.shape)) { try QRFactorization(wide).solve([1]) }
    // The second column is twice the first, and the longer of both is kept.
    let dependent = try Matrix(rows: [[1, 2], [1, 2], [1, 2]])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: [0])) {
      try QRFactorization(dependent).solve([1, 2, 3])
    }
  }

  @Test func refusesArguments() throws {
    let matrix = try Matrix(identity: 2)
    for tolerance in [-0.1, 1, .nan] {
      #expect {
        try QRFactorization(matrix, tolerance: tolerance)
      } throws: { error in
        if case .invalidTolerance = error as? LinearAlgebraError { true } else { false }
      }
    }
    let factorization = try QRFactorization(matrix)
    #expect(throws: LinearAlgebraError.wrongLength(expected: 2, actual: 1)) { try factorization.solve([1]) }
    #expect(throws: LinearAlgebraError.nonFinite(row: 0, column: 0)) { try factorization.solve([.nan, 1]) }
    let huge = try Matrix(rows: [[1.7e308, 1], [1.7e308, 2]])
    #expect(throws: LinearAlgebraError.overflow(operation: "QR factorization")) { try QRFactorization(huge) }
    let tiny = try QRFactorization(Matrix(rows: [[1e-300]]))
    #expect(throws: LinearAlgebraError.overflow(operation: "QR solve")) { try tiny.solve([1e300]) }
    #expect(throws: LinearAlgebraError.overflow(operation: "orthogonal product")) {
      try QRFactorization(Matrix(rows: [[1, 1], [1, 2]])).applyOrthogonal(to: [1.7e308, 1.7e308])
    }
  }
}

import Testing

@testable import LinearAlgebra

@Suite struct LeastSquaresTests {
  let line: LeastSquares

  init() throws {
    line = try LeastSquares(
      design: Matrix(rows: [[1, 0], [1, 1], [1, 2], [1, 3]]), response: [1, 3, 4, 8])
  }

  @Test func agreesWithNumPy() throws {
    let reference = try References.load("decompositions", as: Decompositions.self).leastSquares
    let fit = try LeastSquares(design: Matrix(rows: reference.design), response: reference.response)
    #expect(distance(fit.coefficients, reference.coefficients) < stableTolerance)
    #expect(distance(fit.residuals, reference.residuals) < stableTolerance)
    #expect(distance([fit.residualVariance], [reference.residualVariance]) < stableTolerance)
    #expect(distance(fit.unscaledCovariance, reference.unscaledCovariance) < stableTolerance)
    #expect(distance([try fit.predict(at: reference.row)], [reference.prediction]) < stableTolerance)
    #expect(distance([try fit.leverage(at: reference.row)], [reference.leverage]) < stableTolerance)
    let variance = try fit.predictionVariance(at: reference.row)
    #expect(distance([variance], [reference.predictionVariance]) < stableTolerance)
  }

  /// By hand: the slope is 11/5, the intercept 7/10, the residual sum of squares 9/5 with 2 degrees of freedom.
  @Test func fitsALine() throws {
    // Refined, each number is off by its own last rounding or two.
    #expect(distance(line.coefficients, [0.7, 2.2]) < 1e-15)
    #expect(distance([line.residualSumOfSquares], [1.8]) < 1e-15)
    #expect(line.residualDegreesOfFreedom == 2)
    #expect(distance([line.residualStandardDeviation], [(0.9).squareRoot()]) < 1e-15)
    #expect(distance(line.unscaledCovariance, [[0.7, -0.3], [-0.3, 0.2]]) < 1e-15)
    #expect(distance(line.standardErrors, [(0.63).squareRoot(), (0.18).squareRoot()]) < 1e-15)
    #expect(distance(zip(line.fitted, line.residuals).map { $0 + $1 }, [1, 3, 4, 8]) < 1e-15)
    #expect(distance([try line.rSquared(about: .mean)], [1 - 1.8 / 26]) < 1e-15)
    #expect(distance([try line.rSquared(about: .zero)], [1 - 1.8 / 90]) < 1e-15)
    #expect(line.rank == 2)
    #expect(line.condition > 1 && line.condition < 10)
  }

  @Test func leveragesOfTheDesignAddUpToTheRank() throws {
    let sum = try (0..<4).reduce(0.0) { try $0 + line.leverage(at: [1, Double($1)]) }
    #expect(distance([sum], [2]) < 1e-15)
  }

  /// A change of units changes the coefficients by the unit and nothing else: not the rank, nor the condition.
  @Test func doesNotDependOnUnits() throws {
    let years = (1978...2020).map(Double.init)
    let response = years.map { ($0 - 1990) * ($0 - 2001) / 7 }
    let ones = years.map { _ in 1.0 }
    let plain = try LeastSquares(design: Matrix(columns: [ones, years]), response: response)
    let scaled = try LeastSquares(
      design: Matrix(columns: [ones, years.map { $0 * 0x1p40 }]), response: response)
    #expect(scaled.coefficients == [plain.coefficients[0], plain.coefficients[1] * 0x1p-40])
    #expect(scaled.standardErrors == [plain.standardErrors[0], plain.standardErrors[1] * 0x1p-40])
    #expect(scaled.condition == plain.condition)
  }

  @Test func refusesARankDeficiencyAndNamesTheColumns() throws {
    // Column 2 is the sum of the others; brought to a like size it varies least, and pivoting leaves it for last.
    let design = try Matrix(rows: [[1, 0, 1], [1, 1, 2], [1, 2, 3], [1, 3, 4]])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 2, columns: [2])) {
      try LeastSquares(design: design, response: [1, 2, 3, 4])
    }
    let zero = try Matrix(rows: [[1, 0], [1, 0], [1, 0]])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: [1])) {
      try LeastSquares(design: zero, response: [1, 2, 3])
    }
  }

  @Test func refusesTooFewRows() throws {
    let wide = try Matrix(rows: [[1, 2, 3], [1, 3, 4]])
    #expect(throws: LinearAlgebraError.underdetermined(wide.shape)) {
      try LeastSquares(design: wide, response: [1, 2])
    }
    let square = try Matrix(identity: 2)
    #expect(throws: LinearAlgebraError.saturated(square.shape)) {
      try LeastSquares(design: square, response: [1, 2])
    }
  }

  @Test func refusesArguments() throws {
    let design = try Matrix(rows: [[1, 0], [1, 1], [1, 2]])
    #expect(throws: LinearAlgebraError.wrongLength(expected: 3, actual: 2)) {
      try LeastSquares(design: design, response: [1, 2])
    }
    #expect(throws: LinearAlgebraError.nonFinite(row: 2, column: 0)) {
      try LeastSquares(design: design, response: [1, 2, .nan])
    }
    #expect(throws: LinearAlgebraError.invalidTolerance(2)) {
      try LeastSquares(design: design, response: [1, 2, 4], tolerance: 2)
    }
    #expect(throws: LinearAlgebraError.wrongLength(expected: 2, actual: 1)) { try line.predict(at: [1]) }
    #expect(throws: LinearAlgebraError.wrongLength(expected: 2, actual: 3)) {
      try line.leverage(at: [1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.nonFinite(row: 1, column: 0)) { try line.predict(at: [1, .nan]) }
    #expect(throws: LinearAlgebraError.nonFinite(row: 0, column: 0)) {
      try line.predictionVariance(at: [.infinity, 1])
    }
  }

  @Test func refusesToOverflow() throws {
    let design = try Matrix(rows: [[1, 0], [1, 1], [1, 2]])
    #expect(throws: LinearAlgebraError.overflow(operation: "residual sum of squares")) {
      try LeastSquares(design: design, response: [1e200, -1e200, 1e200])
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "prediction")) {
      try line.predict(at: [1, 1.7e308])
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "leverage")) { try line.leverage(at: [1, 1e200]) }
    let tiny = try Matrix(rows: [[1e-200], [2e-200]])
    #expect(throws: LinearAlgebraError.overflow(operation: "covariance")) {
      try LeastSquares(design: tiny, response: [1, 2])
    }
  }

  @Test func hasNoRSquaredOfAConstant() throws {
    let design = try Matrix(columns: [[1, 1, 1]])
    let constant = try LeastSquares(design: design, response: [0.1, 0.1, 0.1])
    #expect(throws: LinearAlgebraError.constantResponse) { try constant.rSquared(about: .mean) }
    #expect(try constant.rSquared(about: .zero) == 1)
    let zero = try LeastSquares(design: design, response: [0, 0, 0])
    #expect(throws: LinearAlgebraError.constantResponse) { try zero.rSquared(about: .zero) }
  }
}

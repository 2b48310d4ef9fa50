import Testing

@testable import LinearAlgebra

@Suite struct AugmentedSystemTests {
  /// x of the Läuchli matrix has the closed form below; its normal equations are singular in doubles.
  @Test func solvesWhereTheNormalEquationsCannot() throws {
    let small = 0x1p-30
    let design = try Matrix(rows: [[1, 1], [small, 0], [0, small]])
    let system = try AugmentedSystem(design, tolerance: nil)
    let fit = try system.solve([2, small, small], [0, 0])
    // An exact fit, (1, 1): refinement leaves nothing but the last rounding.
    #expect(distance(fit.coefficients, [1, 1]) < 1e-15)
    // -(A'A)⁻¹ (1, 0), by hand: A'A = [[1 + s, 1], [1, 1 + s]] with s = small²; its determinant is s (2 + s).
    let square = small * small
    let inverse = try system.solve([0, 0, 0], [1, 0])
    let determinant = square * (2 + square)
    #expect(distance(inverse.coefficients, [-(1 + square) / determinant, 1 / determinant]) < 1e-14)
  }

  @Test func holdsBothEquations() throws {
    let design = try Matrix(rows: [[1, 0], [1, 1], [1, 2], [1, 3]])
    let system = try AugmentedSystem(design, tolerance: nil)
    let upper = [1.0, -2, 0.5, 3]
    let lower = [0.25, -1.5]
    let solution = try system.solve(upper, lower)
    let product = try design.multiplied(by: solution.coefficients)
    #expect(distance(zip(solution.residual, product).map { $0 + $1 }, upper) < stableTolerance)
    #expect(distance(try design.transposeMultiplied(by: solution.residual), lower) < stableTolerance)
  }

  @Test func refusesADeficientDesign() throws {
    let design = try Matrix(rows: [[1, 1], [1, 1], [1, 1]])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: [1])) {
      try AugmentedSystem(design, tolerance: nil)
    }
  }
}

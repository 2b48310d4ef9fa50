import TestSupport
import Testing

@testable import Forecasting

@Suite struct TemperingTests {
  /// By hand: an exponent of 4/4, so sixteen times the error is a sixteenth of the weight.
  @Test func weighsByTheTemperedError() {
    let weights = Tempering.weights([16, 1, 4], count: 4, total: 1e-6)
    for (weight, expected) in zip(weights, [1.0 / 21, 16.0 / 21, 4.0 / 21]) {
      // The floor of 1e-12 of the total is far below rounding here.
      #expect(relativeDifference(weight, expected) < 1e-15)
    }
  }

  @Test func roundingNoiseIsNoError() {
    let weights = Tempering.weights([0, 1e-30, 1], count: 40, total: 1)
    // A noise of 1e-30 beside a floor of 1e-12.
    #expect(relativeDifference(weights[0], weights[1]) < 1e-15)
    #expect(weights[2] < 1e-100)
    #expect(Tempering.weights([0, 0], count: 9, total: 0) == [0.5, 0.5])
  }

  @Test func solvesForTwoNumbers() throws {
    var sums = TwoRegressors()
    for (x, z) in [(1.0, 1.0), (1, 2), (1, 3), (1, 5)] { sums.add(x, z, 3 * x - 2 * z) }
    let solution = try #require(sums.solution)
    // A determinant of 35 from whole numbers.
    #expect(relativeDifference(solution.first, 3) < 1e-14 && relativeDifference(solution.second, -2) < 1e-14)
    #expect(sums.sumOfSquares(3, -2) == 0)
    #expect(sums.sumOfSquares(4, -2) == 4)
  }

  @Test func parallelRegressorsHaveNoSolution() {
    var sums = TwoRegressors()
    for x: Double in [1, 2, 3, 4, 5] { sums.add(x, 3 * x, 2) }
    let slope: Double = 30 / 55
    #expect(sums.solution == nil)
    #expect(sums.first(given: 0) == slope)
    #expect(TwoRegressors().solution == nil)
    #expect(TwoRegressors().first(given: 1) == nil)
  }
}

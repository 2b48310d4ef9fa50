import TestSupport
import Testing

@testable import Forecasting

@Suite struct ComplexSmoothingProfileTests {
  static let values = [0.3, 0.35, 0.32, 0.45, 0.5, 0.48, 0.62, 0.7, 0.66, 0.81, 1.0, 0.93]

  /// The solution's sum of squares is that of the recursion run with it, and no neighbour is lower.
  ///
  /// 1e-11: one sum in two orders, the second through a start that may be several times the values.
  @Test func solvesForTheStart() {
    for (real, imaginary) in [(1.3, 1.01), (1.5, 0.4), (0.9, 0.2), (1.2, 1.3)] {
      let weights = ComplexWeights(real: real, imaginary: imaginary)
      let found = Self.solve(weights)
      func squares(_ level: Double, _ potential: Double) -> Double {
        FittedComplexSmoothing.run(weights, .init(level: level, potential: potential), Self.values).errors
          .reduce(0) { $0 + $1 * $1 }
      }
      #expect(
        relativeDifference(found.sumOfSquares, squares(found.start.level, found.start.potential)) < 1e-11)
      for (a, b) in [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01), (0.01, 0.01), (0.01, -0.01)] {
        let moved = squares(found.start.level + a, found.start.potential + b)
        #expect(moved >= found.sumOfSquares * (1 - 1e-11))
      }
    }
  }

  @Test func leavesThePotentialAtZeroWhereItIsNotSeen() {
    #expect(Self.solve(ComplexWeights(real: 1.3, imaginary: 1)).start.potential == 0)
  }

  static func solve(_ weights: ComplexWeights) -> ComplexSmoothingProfile.Solution {
    var columns = [Double](repeating: 0, count: 3 * values.count)
    return values.withUnsafeBufferPointer { values in
      columns.withUnsafeMutableBufferPointer {
        ComplexSmoothingProfile(values: values, columns: $0).solve(weights)
      }
    }
  }
}

import TestSupport
import Testing

@testable import Forecasting

@Suite struct ComplexSmoothingProfileTests {
  static let values = [0.3, 0.35, 0.32, 0.45, 0.5, 0.48, 0.62, 0.7, 0.66, 0.81, 1.0, 0.93]

  /// The solution's sum of squares is that of the recursion run from its start.
  ///
  /// 1e-13: one sum in the same order.
  @Test func sumsTheErrorsFromItsStart() {
    for (real, imaginary) in [(1.3, 1.01), (1.5, 0.4), (0.9, 0.2), (1.2, 1.3)] {
      let weights = ComplexWeights(real: real, imaginary: imaginary)
      let found = Self.solve(weights)
      let squares = FittedComplexSmoothing.run(weights, found.start, Self.values).errors
        .reduce(0) { $0 + $1 * $1 }
      #expect(relativeDifference(found.sumOfSquares, squares) < 1e-13)
    }
  }

  /// The start that the script's backward pass finds with the same weights, to rounding.
  @Test func startsWhereTheScriptDoes() throws {
    let series = try ThetaReferences.values()
    for record in try ComplexSmoothingRecord.all("backcast") {
      let found = try #require(series[record.series]).withUnsafeBufferPointer {
        ComplexSmoothingProfile(values: $0).solve(record.weights)
      }
      #expect(relativeDifference(found.start.level, record.l0) < 1e-9, "\(record.series)")
      #expect(relativeDifference(found.start.potential, record.c0) < 1e-9, "\(record.series)")
      #expect(relativeDifference(found.sumOfSquares, record.sse) < 1e-9, "\(record.series)")
    }
  }

  static func solve(_ weights: ComplexWeights) -> ComplexSmoothingProfile.Solution {
    values.withUnsafeBufferPointer { ComplexSmoothingProfile(values: $0).solve(weights) }
  }
}

import TestSupport
import Testing

@testable import Forecasting

@Suite struct TemperedHoltTests {
  static let values: [Double] = [
    6804, 6904, 7255, 7469, 7904, 7415, 7600, 8125, 8361, 8695, 9200, 9320, 9441, 9507, 10389,
  ].map { $0 / 10_389 }

  /// The recursion run step by step, another way than the sums: no other start errs less, and the best error is the one told.
  @Test func startsAreTheLeastSquaresOnes() {
    let holt = TemperedHolt(Self.values)
    func error(_ index: Int, _ level: Double, _ slope: Double) -> Double {
      let point = TemperedHolt.grid[index]
      var (level, slope, sum) = (level, slope, 0.0)
      for value in Self.values {
        let mean = level + point.phi * slope
        sum += (value - mean) * (value - mean)
        slope = point.phi * slope + point.beta * (value - mean)
        level = mean + point.alpha * (value - mean)
      }
      return sum
    }
    var least = Double.infinity
    for (index, start) in holt.starts.enumerated() {
      let sum = error(index, start.level, start.slope)
      least = min(least, sum)
      for (one, other) in [(1e-4, 0.0), (-1e-4, 0), (0, 1e-4), (0, -1e-4)] {
        #expect(error(index, start.level + one, start.slope + other) > sum, "\(index)")
      }
    }
    // A sum of squares a thousandth of the total, from differences of sums.
    #expect(relativeDifference(holt.deviation, (least / 13).squareRoot()) < 1e-11)
  }

  @Test func forecastsAndErrorsAreWeightedMeans() {
    let holt = TemperedHolt(Self.values)
    var path = [Double](repeating: 0, count: 5)
    path.withUnsafeMutableBufferPointer { holt.forecast(into: $0) }
    var expected = [Double](repeating: 0, count: 5)
    var first = 0.0
    for (index, point) in TemperedHolt.grid.enumerated() {
      var (level, slope) = (holt.starts[index].level, holt.starts[index].slope)
      first += holt.weights[index] * (Self.values[0] - level - point.phi * slope)
      for value in Self.values {
        let mean = level + point.phi * slope
        (level, slope) = (
          mean + point.alpha * (value - mean), point.phi * slope + point.beta * (value - mean)
        )
      }
      for step in 0..<5 {
        slope *= point.phi
        level += slope
        expected[step] += holt.weights[index] * level
      }
    }
    // Sixty terms in another order.
    for (found, wanted) in zip(path, expected) { #expect(relativeDifference(found, wanted) < 1e-13) }
    #expect(relativeDifference(holt.errors(Self.values)[0], first, floor: 1) < 1e-14)
    #expect(relativeDifference(holt.weights.reduce(0, +), 1) < 1e-14)
  }
}

import TestSupport
import Testing

@testable import Forecasting

@Suite struct TrendMultiplierTests {
  @Test func aShortRecordHasTheStandingShare() {
    #expect(TrendMultiplier.value([1, 2, 3, 4, 5, 6, 7, 8, 9]) == TrendMultiplier.prior)
    #expect(TrendMultiplier.value([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) != TrendMultiplier.prior)
  }

  @Test func aRecordThatTurnsHasLittleTrend() {
    // Down after up, ten years each: what was announced did not come.
    let decade = [0.0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    let turning = decade + decade + decade
    let keeping: [Double] = (0..<60).map { Double($0 * $0) }
    #expect(TrendMultiplier.value(turning) < 0.5)
    #expect(TrendMultiplier.value(keeping) == 1)
  }

  @Test func isNoNumberBeyondItsRange() {
    let shapes: [[Double]] = [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1],
      [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 3, 1, 5, 1, 7, 1, 9, 1, 11, 1, 13, 1, 15, 1, 17, 1],
    ]
    for shape in shapes {
      let value = TrendMultiplier.value(shape)
      #expect((0...1).contains(value), "\(shape): \(value)")
    }
  }

  /// By hand, one origin: nine equal changes, so the shrunken drift is 1, the slope b after eight of them, and D(1) = 1.
  @Test func oneOriginByHand() {
    var slope = 1.0
    for _ in 2...8 { slope = 0.9 * slope + 0.3 * (1 - 0.9 * slope) }
    let forecast = 0.5 + 0.5 * 0.9 * slope
    let ridge = 1.5 * 6
    let expected = (forecast + ridge * 0.9) / (forecast * forecast + ridge)
    // Weighted sums of ones: some roundings.
    #expect(relativeDifference(TrendMultiplier.value((0..<10).map(Double.init)), expected) < 1e-14)
  }
}

import TestSupport
import Testing

@testable import Forecasting

@Suite struct TimeLineTests {
  /// Twice R's drift is the slope.
  ///
  /// 1e-10 of the largest value: R regresses on uncentred times.
  @Test func agreesWithR() throws {
    let series = try ThetaReferences.values()
    for record in try ThetaReferences.methods() {
      let values = try #require(series[record.series])
      let scale = values.reduce(0) { max($0, $1.magnitude) }
      #expect(relativeDifference(timeLine(values).slope, 2 * record.drift, floor: scale) < 1e-10)
    }
  }

  @Test func goesThroughTwoPoints() {
    let line = timeLine([3, 8])
    #expect(line.slope == 5 && line.intercept == -2)
  }
}

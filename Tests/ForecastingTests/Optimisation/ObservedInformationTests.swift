import TestSupport
import Testing

@testable import Forecasting

@Suite struct ObservedInformationTests {
  /// x'Ax/2 with A = (2 1; 1 3): the inverse is (3 -1; -1 2)/5.
  private func quadratic(_ x: [Double]) -> Double { x[0] * x[0] + x[0] * x[1] + 1.5 * x[1] * x[1] }

  @Test func invertsTheCurvature() throws {
    let errors = observedInformationErrors(
      at: [0, 0], free: [true, true], steps: [1e-3, 1e-3], objective: quadratic)
    // Differences of a quadratic are exact but for rounding, 1e-16/1e-6.
    #expect(relativeDifference(try #require(errors[0]), 0.6.squareRoot()) < 1e-9)
    #expect(relativeDifference(try #require(errors[1]), 0.4.squareRoot()) < 1e-9)
  }

  @Test func aParameterAtItsBoundHasNone() throws {
    let errors = observedInformationErrors(
      at: [0, 0], free: [false, true], steps: [1e-3, 1e-3], objective: quadratic)
    #expect(errors[0] == nil)
    #expect(relativeDifference(try #require(errors[1]), (1.0 / 3).squareRoot()) < 1e-9)
    #expect(
      observedInformationErrors(at: [0], free: [false], steps: [1], objective: { $0[0] }) == [nil])
  }

  @Test func aPointThatIsNoMinimumHasNone() {
    let saddle = observedInformationErrors(at: [0, 0], free: [true, true], steps: [0.1, 0.1]) {
      $0[0] * $0[0] - $0[1] * $0[1]
    }
    #expect(saddle == [nil, nil])
    for flat in [0, Double.nan, .infinity] {
      #expect(observedInformationErrors(at: [0], free: [true], steps: [0.1]) { _ in flat } == [nil])
    }
  }
}

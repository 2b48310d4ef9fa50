import TestSupport
import Testing

@testable import Forecasting

@Suite struct FittedThetaMethodTests {
  /// α times the closed form of the lag, against the sum it stands for; 1e-13: one rounding per term.
  @Test func driftStartsWithTheLagOfTheSmoothing() throws {
    let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7]
    let smoothing = FittedSmoothing(
      smoothing: AdditiveSmoothing(trend: .none, model: Theta.identifier),
      weights: .init(alpha: 1e-4, beta: 0, phi: 1), level: 3, slope: 0, values: values, firstYear: 2000)
    let fitted = FittedThetaMethod(smoothing: smoothing, drift: 0.5)
    let first = try fitted.predict(Horizon(2)).steps
    var (lag, power) = (0.0, 1.0)
    for _ in values {
      lag += power
      power *= 1 - 1e-4
    }
    #expect(relativeDifference(first[0].median, smoothing.lastLevel + 0.5 * lag) < 1e-13)
    #expect(relativeDifference(first[1].median - first[0].median, 0.5) < 1e-13)
  }

  @Test func summaryHasNoLikelihood() throws {
    let summary = try Theta().fit(yearly([3, 4.5, 4.1, 6.2, 5.9, 7.7])).summary
    #expect(summary.logLikelihood == nil && summary.correctedAkaike == nil)
    #expect(summary.parameters.map(\.name) == ["alpha", "initial level", "drift"])
  }
}

import Foundation
import Probability
import TestSupport
import Testing

@Suite struct LogNormalTests {
  let forecast: LogNormal

  init() throws {
    forecast = LogNormal(logarithm: try Normal(mean: 0.5, standardDeviation: 0.3))
  }

  @Test func quantileUndoesCumulative() throws {
    // log(exp(u)) loses |u| units, which the far tail multiplies by z: 1e-11 holds from 1e-30 on.
    try DistributionProperties.checkRoundTrip(
      forecast, probabilities: DistributionProperties.probabilities.filter { $0 > 1e-40 })
    try DistributionProperties.checkMonotone(forecast)
    try DistributionProperties.checkSlope(forecast)
    DistributionProperties.checkEdges(forecast)
    DistributionProperties.checkRefusals(forecast)
  }

  @Test func momentsAreThoseOfTheTextbook() {
    // e^0.545 and (e^0.09 - 1) e^1.09; each function is rounded once.
    #expect(relativeDifference(forecast.expectedValue ?? .nan, exp(0.545)) < 1e-15)
    #expect(relativeDifference(forecast.variance ?? .nan, (exp(0.09) - 1) * exp(1.09)) < 1e-14)
  }

  @Test func nothingLiesAtOrBelowZero() {
    for x in [0, -1, -Double.infinity] {
      #expect(forecast.density(at: x) == 0)
      #expect(forecast.logDensity(at: x) == -.infinity)
      #expect(forecast.cumulative(at: x) == 0)
      #expect(forecast.upperTail(at: x) == 1)
    }
  }

  @Test func refusesWhatOverflows() throws {
    let wide = LogNormal(logarithm: try Normal(mean: 700, standardDeviation: 50))
    #expect(wide.expectedValue == nil)
    #expect(wide.variance == nil)
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try wide.quantile(0.9) }
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try wide.upperTailQuantile(0.1) }
  }
}

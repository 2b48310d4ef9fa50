import Series
import Testing

@testable import Forecasting

@Suite struct DampedTrendTests {
  @Test func reachesTheBestKnownLikelihood() throws {
    let agreement = try SmoothingAgreement(DampedTrend(), name: "ets-aadn")
    // Where the likelihood is flat to its last digits a forecast is settled to 1e-4 of a residual, not better.
    agreement.expect(betterThanRIn: 33, forecastsWithin: 2e-4)
  }
}

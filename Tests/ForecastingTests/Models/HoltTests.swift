import Series
import Testing

@testable import Forecasting

@Suite struct HoltTests {
  @Test func reachesTheBestKnownLikelihood() throws {
    let agreement = try SmoothingAgreement(Holt(), name: "ets-aan")
    // Where the likelihood is flat to its last digits a forecast is settled to 1e-4 of a residual, not better.
    agreement.expect(betterThanRIn: 24, forecastsWithin: 1e-4)
  }
}

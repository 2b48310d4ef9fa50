import Series
import Testing

@testable import Forecasting

@Suite struct SimpleExponentialSmoothingTests {
  @Test func reachesTheBestKnownLikelihood() throws {
    let agreement = try SmoothingAgreement(SimpleExponentialSmoothing(), name: "ets-ann")
    // One weight: forecasts to a hundred-thousandth of a residual, all that the references' own search settles.
    agreement.expect(betterThanRIn: 6, forecastsWithin: 5e-5)
  }
}

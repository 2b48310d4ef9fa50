import Series
import Testing

@testable import Forecasting

@Suite struct LocalTrendTests {
  @Test func reachesTheBestKnownLikelihood() throws {
    // A flat likelihood settles a ratio of variances to about the square root of its last digit.
    try StructuralAgreement(LocalTrend()).expect(forecastsWithin: 5e-5)
  }
}

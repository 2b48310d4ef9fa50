import Probability
import Strategy
import TestSupport
import Testing

@Suite struct ReservationPricesTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("stochastic_reservation_prices", count: 2) {
      let prices = try ReservationPrices(
        host: Normal(mean: #require(reference.host_mean), standardDeviation: #require(reference.host_sd)),
        guarantor: Normal(
          mean: #require(reference.guarantor_mean), standardDeviation: #require(reference.guarantor_sd)),
        correlation: #require(reference.correlation))
      // Nine decimals are stored.
      #expect(abs(prices.probabilityOfZone - (try #require(reference.probability_of_zone))) < 1e-9)
      #expect(abs(prices.expectedSurplus - (try #require(reference.expected_surplus_given_zone))) < 1e-8)
      #expect(abs(prices.expectedMidpoint - (try #require(reference.expected_midpoint_given_zone))) < 1e-8)
    }
  }

  @Test func staysRightFarOut() throws {
    // On both sides of z = -8, where the form changes: the two agree to the cancellation of the first, 8² ulps.
    let near = try excess(-7.9999999)
    let far = try excess(-8.0000001)
    #expect(relativeDifference(near, far) < 1e-6)
    // z + λ(z) = 1/x - 2/x³ + O(x⁻⁵) at z = -x.
    #expect(relativeDifference(try excess(-1e6), 1e-6 - 2e-18) < 1e-12)
    let prices = try ReservationPrices(
      host: Normal(mean: 0, standardDeviation: 3), guarantor: Normal(mean: 1e9, standardDeviation: 4))
    #expect(prices.probabilityOfZone == 0)
    #expect(prices.expectedSurplus > 0 && prices.expectedMidpoint.isFinite)
  }

  private func excess(_ z: Double) throws -> Double {
    try ReservationPrices(
      host: Normal(mean: z, standardDeviation: 0.6), guarantor: Normal(mean: 0, standardDeviation: 0.8)
    ).expectedSurplus
  }

  @Test func perfectCorrelationNarrowsTheSurplus() throws {
    let prices = try ReservationPrices(
      host: Normal(mean: 10, standardDeviation: 3), guarantor: Normal(mean: 9, standardDeviation: 2),
      correlation: 1)
    #expect(prices.probabilityOfZone == Normal.standard.cumulative(at: 1))
  }

  @Test func refusesWhatHasNoUncertainty() throws {
    let price = try Normal(mean: 1, standardDeviation: 1)
    #expect(
      throws: StrategyError.outside(
        .correlation, value: "1.0", allowed: "below 1 where the spreads are equal")
    ) { try ReservationPrices(host: price, guarantor: price, correlation: 1) }
    #expect(throws: StrategyError.outside(.correlation, value: "2.0", allowed: "from -1 to 1")) {
      try ReservationPrices(host: price, guarantor: price, correlation: 2)
    }
    #expect(throws: StrategyError.notFinite(.correlation)) {
      try ReservationPrices(host: price, guarantor: price, correlation: .nan)
    }
    let huge = try Normal(mean: 1e308, standardDeviation: 1e308)
    let opposite = try Normal(mean: -1e308, standardDeviation: 1e308)
    #expect(throws: StrategyError.notRepresentable(.reservationPrices)) {
      try ReservationPrices(host: huge, guarantor: opposite)
    }
  }
}

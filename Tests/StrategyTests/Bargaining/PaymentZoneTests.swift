import Strategy
import Testing

@Suite struct PaymentZoneTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("hns_linear", count: 3) {
      let zone = try PaymentZone(
        hostValue: #require(reference.vh), guarantorValue: #require(reference.vg),
        hostDisagreement: #require(reference.dh), guarantorDisagreement: #require(reference.dg))
      #expect(zone.hostReservationPrice == reference.host_reservation_price)
      #expect(zone.guarantorReservationPrice == reference.guarantor_reservation_price)
      #expect(zone.exists == reference.zone_of_agreement)
      #expect(
        try zone.nashPayment(guarantorWeight: #require(reference.guarantor_weight)) == reference.nash_payment)
    }
  }

  @Test func refusesAWeightBelowZero() {
    let zone = PaymentZone(hostValue: 2, guarantorValue: 0, hostDisagreement: 0, guarantorDisagreement: 1)
    #expect(throws: StrategyError.outside(.bargainingWeight, value: "-1", allowed: "from 0 to 1")) {
      try zone.nashPayment(guarantorWeight: -1)
    }
  }
}

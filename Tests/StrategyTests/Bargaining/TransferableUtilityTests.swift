import Strategy
import Testing

@Suite struct TransferableUtilityTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("transferable_utility", count: 4) {
      let surplus = try TransferableUtility(
        total: #require(reference.S),
        disagreement: PayoffPair(#require(reference.d1), #require(reference.d2)),
        weight: #require(reference.weight1).exact)
      #expect(surplus.isAgreementPossible == reference.agreement_possible)
      guard reference.nash != nil else {
        #expect(surplus.nash == nil && surplus.kalaiSmorodinsky == nil && surplus.egalitarian == nil)
        continue
      }
      #expect(try surplus.nash == exactPair(reference.nash))
      #expect(try surplus.kalaiSmorodinsky == exactPair(reference.kalai_smorodinsky))
      #expect(try surplus.egalitarian == exactPair(reference.egalitarian))
    }
  }

  @Test func nothingToShareIsStillAnAgreement() throws {
    let surplus = try TransferableUtility(total: 3, disagreement: PayoffPair(1, 2))
    #expect(surplus.nash == PayoffPair(1, 2))
  }

  @Test func refusesAWeightAboveOne() {
    #expect(throws: StrategyError.outside(.bargainingWeight, value: "2", allowed: "from 0 to 1")) {
      try TransferableUtility(total: 1, disagreement: PayoffPair(0, 0), weight: 2)
    }
  }
}

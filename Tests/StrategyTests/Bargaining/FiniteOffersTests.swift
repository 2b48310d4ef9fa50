import Strategy
import Testing

@Suite struct FiniteOffersTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("finite_horizon_alternating_offers", count: 7) {
      let offers = try FiniteOffers(
        discount: PayoffPair(#require(reference.delta1), #require(reference.delta2)),
        breakdown: PayoffPair(#require(reference.breakdown1), #require(reference.breakdown2)),
        rounds: #require(reference.rounds))
      #expect(offers.division == PayoffPair(try #require(reference.share1), try #require(reference.share2)))
    }
  }

  @Test func approachesTheEndlessGame() throws {
    let discount = try PayoffPair(Rational(text: "9/10"), Rational(text: "4/5"))
    let finite = try FiniteOffers(discount: discount, rounds: FiniteOffers.roundLimit).division
    let endless = try AlternatingOffers(discount: discount).whenFirstProposes
    let difference = try #require((finite.first - endless.first).approximation)
    // (δ₁δ₂)^(rounds/2) = 0.72^100 is 5e-15.
    #expect(difference.magnitude < 1e-14)
  }

  @Test(arguments: [0, -1, FiniteOffers.roundLimit + 1, .max])
  func refusesRoundsWithoutEnd(_ rounds: Int) {
    #expect(throws: StrategyError.outside(.rounds, value: "\(rounds)", allowed: "from 1 to 200")) {
      try FiniteOffers(discount: PayoffPair(.half, .half), rounds: rounds)
    }
  }
}

import Strategy
import Testing

@Suite struct AlternatingOffersTests {
  @Test func matchesReferences() throws {
    let plain = try BargainingReference.cases("rubinstein", count: 4)
    let optional = try BargainingReference.cases("rubinstein_outside_option", count: 3)
    for reference in plain + optional {
      let offers = try AlternatingOffers(
        discount: PayoffPair(#require(reference.delta1), #require(reference.delta2)),
        outsideOptions: PayoffPair(reference.outside1 ?? 0, reference.outside2 ?? 0))
      let first = try #require(reference.player1_proposes)
      let second = try #require(reference.player2_proposes)
      #expect(offers.whenFirstProposes == PayoffPair(first.share1, first.share2))
      #expect(offers.whenSecondProposes == PayoffPair(second.share1, second.share2))
    }
    for reference in try BargainingReference.cases("rubinstein_continuous_limit", count: 1) {
      let share = try ContinuousOffers.firstShare(
        rate1: #require(reference.rate1), rate2: #require(reference.rate2))
      #expect(share == reference.share1)
    }
  }

  /// The two equations hold whichever options bind.
  @Test func solvesItsEquations() throws {
    let factors: [Rational] = try [0, .half, Rational(text: "9/10"), Rational(text: "99/100")]
    let options: [Rational] = try [
      0, Rational(text: "1/5"), Rational(text: "2/5"), .half, Rational(text: "3/5"), 1,
    ]
    for factor1 in factors {
      for factor2 in factors {
        for option1 in options {
          for option2 in options where option1 + option2 <= 1 {
            let offers = try AlternatingOffers(
              discount: PayoffPair(factor1, factor2), outsideOptions: PayoffPair(option1, option2))
            let (x, y) = (offers.whenFirstProposes.first, offers.whenSecondProposes.second)
            #expect(x == 1 - max(factor2 * y, option2))
            #expect(y == 1 - max(factor1 * x, option1))
          }
        }
      }
    }
  }

  @Test func refusesWhatIsNoBargain() throws {
    #expect(throws: StrategyError.outside(.discountFactor, value: "1", allowed: "from 0 to below 1")) {
      try AlternatingOffers(discount: PayoffPair(.half, 1))
    }
    #expect(
      throws: StrategyError.outside(
        .outsideOption, value: "3/4", allowed: "from 0 to 1/2, as the two add up to at most 1")
    ) {
      try AlternatingOffers(
        discount: PayoffPair(.half, .half), outsideOptions: PayoffPair(.half, Rational(text: "3/4")))
    }
    #expect(throws: StrategyError.outside(.discountRate, value: "0", allowed: "above 0")) {
      try ContinuousOffers.firstShare(rate1: 0, rate2: 1)
    }
  }
}

import Strategy
import Testing

@Suite struct BreakdownRiskTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("breakdown_risk", count: 2) {
      let talks = try BreakdownRisk(
        breakdown: PayoffPair(#require(reference.breakdown1), #require(reference.breakdown2)),
        probability: #require(reference.probability_of_breakdown_after_each_rejection))
      #expect(talks.whenFirstProposes.first == reference.player1_proposes_share1)
      #expect(talks.limit.first == reference.limit_as_risk_vanishes_share1)
    }
  }

  @Test func certainBreakdownIsAnUltimatum() throws {
    let talks = try BreakdownRisk(breakdown: PayoffPair(0, .half), probability: 1)
    #expect(talks.whenFirstProposes == PayoffPair(.half, .half))
  }

  @Test func refusesNoRisk() {
    #expect(throws: StrategyError.outside(.breakdownProbability, value: "0", allowed: "above 0, at most 1")) {
      try BreakdownRisk(breakdown: PayoffPair(0, 0), probability: 0)
    }
  }

  /// The second share is bounded by what the first leaves, and the message says so.
  @Test func refusesMoreThanThePie() {
    let left = "from 0 to 0, as the two add up to at most 1"
    #expect(throws: StrategyError.outside(.breakdownPayoff, value: "1", allowed: left)) {
      try BreakdownRisk(breakdown: PayoffPair(1, 1), probability: .half)
    }
  }
}

import Strategy
import Testing

@Suite struct SpatialIssueTests {
  private static func issue(_ actors: [(Double, Double, Double)]) throws -> SpatialIssue {
    try SpatialIssue(
      actors.enumerated().map {
        try SpatialActor(name: "\($0)", position: $1.0, salience: $1.1, capability: $1.2)
      })
  }

  @Test func baselinesMatchReferences() throws {
    for reference in try References.cases("bdm_expected_utility", of: SpatialReference.self) {
      let issue = try reference.issue()
      let expected = try #require(reference.baseline)
      // Ten decimals are stored.
      #expect(abs(issue.weightedMean - expected.weighted_mean) < 1e-8)
      #expect(abs(issue.unweightedMean - expected.unweighted_mean) < 1e-8)
      #expect(issue.condorcetWinner == expected.condorcet_median)
    }
  }

  @Test func weightedMedianReachesHalf() throws {
    #expect(try Self.issue([(0, 1, 1), (10, 1, 1)]).weightedMedian == 0)
    #expect(try Self.issue([(0, 1, 1), (10, 1, 1.5), (20, 1, 1)]).weightedMedian == 10)
    #expect(try Self.issue([(20, 1, 1), (0, 0, 9), (30, 1, 1)]).weightedMedian == 20)
  }

  @Test func refusesWhatIsNoIssue() throws {
    #expect(throws: StrategyError.tooFew(.actors, minimum: 1, actual: 0)) { try Self.issue([]) }
    #expect(throws: StrategyError.self) { try Self.issue([(1, 0, 1), (2, 1, 0)]) }
    #expect(throws: StrategyError.tooMany(.actors, maximum: 100, actual: 101)) {
      try Self.issue([(Double, Double, Double)](repeating: (1, 1, 1), count: 101))
    }
    #expect(throws: StrategyError.outside(.salience, value: "1.5", allowed: "from 0 to 1")) {
      try Self.issue([(1, 1.5, 1)])
    }
    #expect(throws: StrategyError.notFinite(.position)) { try Self.issue([(.nan, 1, 1)]) }
    #expect(throws: StrategyError.outside(.capability, value: "-1.0", allowed: "from 0 to below 1e100")) {
      try Self.issue([(1, 1, -1)])
    }
    let actor = try SpatialActor(name: "a", position: 1, salience: 1, capability: 1)
    #expect(throws: StrategyError.duplicate(.actors, name: "a")) { try SpatialIssue([actor, actor]) }
  }
}

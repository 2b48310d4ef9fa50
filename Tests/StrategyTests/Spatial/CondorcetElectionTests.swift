import Strategy
import Testing

@Suite struct CondorcetElectionTests {
  @Test func matchesReferences() throws {
    var compared = 0
    for reference in try References.cases("probabilistic_condorcet", of: SpatialReference.self) {
      let issue = try reference.issue()
      #expect(issue.distinctPositions == reference.options)
      for result in try #require(reference.results) {
        let election = try CondorcetElection(
          issue, range: reference.R, votes: #require(.init(rawValue: result.voting_rule)),
          victory: #require(.init(rawValue: result.victory_probability)),
          procedure: #require(.init(rawValue: result.pce)))
        let place = Comment(
          rawValue: "\(reference.id) \(result.voting_rule) \(result.victory_probability) \(result.pce)")
        // The iterations of the reference stop at 1e-6 and 1e-8, and their steps add up.
        for (found, expected) in zip(election.probabilities, result.probability) {
          #expect(abs(found - expected) < 2e-5, place)
        }
        let range = try #require(reference.R)
        #expect(abs(election.expectedPosition - result.expected_position) < 2e-5 * range, place)
        compared += 1
      }
    }
    #expect(compared == 270)
  }

  @Test func addsUpToOneEverywhere() throws {
    let actors = try (0..<30).map {
      try SpatialActor(
        name: "\($0)", position: Double($0 * $0), salience: 0.5, capability: Double($0 % 4) * 1e20)
    }
    let issue = try SpatialIssue(actors)
    for votes in CondorcetElection.VotingRule.allCases {
      for victory in CondorcetElection.VictoryModel.allCases {
        for procedure in CondorcetElection.Procedure.allCases {
          let election = try CondorcetElection(issue, votes: votes, victory: victory, procedure: procedure)
          // Thirty terms, each rounded.
          #expect(abs(election.probabilities.reduce(0, +) - 1) < 1e-12)
          #expect(election.probabilities.allSatisfy { $0 >= 0 })
        }
      }
    }
  }

  @Test func onePositionIsCertain() throws {
    let issue = try SpatialIssue([SpatialActor(name: "a", position: 3, salience: 1, capability: 1)])
    #expect(try CondorcetElection(issue).probabilities == [1])
    #expect(throws: StrategyError.outside(.positionRange, value: "nan", allowed: "at least 0.0")) {
      try CondorcetElection(issue, range: .nan)
    }
  }
}

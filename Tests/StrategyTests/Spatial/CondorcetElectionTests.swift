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
    let actors = try (0..<30).map { (place: Int) throws -> SpatialActor in
      let capability: Double = Double(place % 4) * 1e20
      return try SpatialActor(
        name: "\(place)", position: Double(place * place), salience: 0.5, capability: capability)
    }
    let issue = try SpatialIssue(actors)
    for votes in CondorcetElection.VotingRule.allCases {
      for victory in CondorcetElection.VictoryModel.allCases {
        for procedure in CondorcetElection.Procedure.allCases {
          let election = try CondorcetElection(issue, votes: votes, victory: victory, procedure: procedure)
          // Thirty terms, each rounded.
          let whole: Double = election.probabilities.reduce(0, +)
          #expect(abs(whole - 1) < 1e-12)
          #expect(election.probabilities.allSatisfy { $0 >= 0 })
        }
      }
    }
  }

  /// Capability has no unit of its own.
  @Test(arguments: [1e-20, 1e-8, 1e8, 1e20]) func isTheSameInAnyUnitOfCapability(_ unit: Double) throws {
    func election(_ unit: Double) throws -> CondorcetElection {
      let actors = try [(1.0, 0.6, 2.0), (3.0, 0.9, 1.0), (6.0, 0.5, 1.0)].enumerated().map { place, actor in
        try SpatialActor(
          name: "\(place)", position: actor.0, salience: actor.1, capability: actor.2 * unit)
      }
      return try CondorcetElection(SpatialIssue(actors))
    }
    let (plain, scaled) = (try election(1), try election(unit))
    for (left, right) in zip(plain.probabilities, scaled.probabilities) {
      // The floor is at most 1e-8 of the largest weight in either, and enters two strengths for each pair.
      #expect(abs(left - right) < 1e-7)
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

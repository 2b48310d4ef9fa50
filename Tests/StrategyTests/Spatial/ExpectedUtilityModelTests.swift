import Strategy
import Testing

@Suite struct ExpectedUtilityModelTests {
  private static func references() throws -> [SpatialReference] {
    let cases = try References.cases("bdm_expected_utility", of: SpatialReference.self)
    try #require(cases.count == 3)
    return cases
  }

  @Test(arguments: ExpectedUtilityModel.OfferRule.allCases)
  func matchesReferences(_ rule: ExpectedUtilityModel.OfferRule) throws {
    for reference in try Self.references() {
      let stored = rule == .program ? reference.rounds_scholz_code : reference.rounds_paper_offer_rule
      let expected = try #require(stored)
      let issue = try reference.issue()
      let model = try ExpectedUtilityModel(issue, rounds: expected.count - 1, offers: rule)
      try #require(model.rounds.count == expected.count)
      for (number, (found, round)) in zip(model.rounds, expected).enumerated() {
        let place = Comment(rawValue: "\(reference.id), round \(number)")
        // Ten decimals are stored.
        #expect(abs(found.median - round.median) < 1e-8, place)
        #expect(abs(found.mean - round.mean) < 1e-8, place)
        for (actor, position) in zip(issue.actors, found.positions) {
          #expect(abs(position - (round.positions[actor.name] ?? .nan)) < 1e-8, place)
        }
        for (actor, exponent) in zip(issue.actors, found.riskExponents) {
          #expect(abs(exponent - (round.risk_exponents?[actor.name] ?? .nan)) < 1e-8, place)
        }
        let moves = round.moves ?? []
        #expect(found.moves.map { issue.actors[$0.actor].name } == moves.map(\.actor), place)
        for (move, stored) in zip(found.moves, moves) {
          #expect(move.kind.rawValue == stored.type, place)
          #expect(issue.actors[move.other].name == stored.other, place)
          #expect(abs(move.utility - stored.eu) < 1e-8, place)
          #expect(abs(move.otherUtility - stored.other_eu) < 1e-8, place)
          #expect(abs(move.position - stored.new_position) < 1e-8, place)
        }
      }
    }
  }

  @Test func endsWhereThereIsNothingToFightAbout() throws {
    let actors = try (0..<3).map {
      try SpatialActor(name: "\($0)", position: 5, salience: 0.5, capability: 1)
    }
    let model = try ExpectedUtilityModel(SpatialIssue(actors), rounds: 10)
    #expect(model.rounds.count == 1)
    #expect(model.rounds[0].median == 5)
  }

  @Test func staysWithinThePositions() throws {
    for reference in try Self.references() {
      let issue = try reference.issue()
      let model = try ExpectedUtilityModel(issue, rounds: 30, offers: .paper)
      for round in model.rounds {
        let positions = round.positions
        #expect(positions.allSatisfy { issue.distinctPositions[0] - 1e-9 <= $0 })
      }
    }
  }

  @Test func refusesRoundsWithoutEnd() throws {
    let issue = try Self.references()[0].issue()
    #expect(throws: StrategyError.outside(.rounds, value: "101", allowed: "from 0 to 100")) {
      try ExpectedUtilityModel(issue, rounds: 101)
    }
  }
}

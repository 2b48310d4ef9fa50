import Strategy
import Testing

@Suite struct ElectionMixtureTests {
  private static func actors(width: Double) throws -> [UncertainActor] {
    try [(100.0, 0.5, 1.0), (150, 1, 1), (200, 0.8, 2)].enumerated().map { place, values in
      let central = try SpatialActor(
        name: "\(place)", position: values.0, salience: values.1, capability: values.2)
      return try UncertainActor(central, low: values.0 - width, high: values.0 + width)
    }
  }

  private static func mixture(width: Double, share: Double = 0.1) throws -> ElectionMixture {
    try ElectionMixture(
      try SpatialSensitivity(try actors(width: width), share: share, draws: 200, seed: 1))
  }

  @Test func isTheElectionWhereNothingMoves() throws {
    let mixture = try Self.mixture(width: 0, share: 0)
    let election = try CondorcetElection(try SpatialIssue(try Self.actors(width: 0).map(\.central)))
    #expect(mixture.positions == election.positions)
    for (found, expected) in zip(mixture.probabilities, election.probabilities) {
      // 200 summands of one two-hundredth each, rounded.
      #expect(abs(found - expected) < 1e-13)
    }
  }

  @Test func hasTheMeanThatTheBandReports() throws {
    let sensitivity = try SpatialSensitivity(
      try Self.actors(width: 20), share: 0.1, draws: 200, seed: 1)
    let band = try sensitivity.bands { issue throws(StrategyError) in
      [try CondorcetElection(issue).expectedPosition]
    }
    // Sums of 600 and of 200 terms in another order.
    #expect(abs(try ElectionMixture(sensitivity).mean - band[0].mean) < 1e-10)
  }

  @Test func pointsHaveTheQuantilesOfTheMixture() throws {
    let mixture = try Self.mixture(width: 0, share: 0)
    let points = mixture.points(1_000)
    #expect(points.count == 1_000 && points == points.sorted())
    for (position, probability) in zip(mixture.positions, mixture.probabilities) {
      let share = Double(points.count { $0 == position }) / 1_000
      // A thousand points carry a probability to one thousandth.
      #expect(abs(share - probability) <= 1e-3)
    }
  }
}

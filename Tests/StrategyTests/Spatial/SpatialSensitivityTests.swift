import Strategy
import Testing

@Suite struct SpatialSensitivityTests {
  private static func actors(width: Double) throws -> [UncertainActor] {
    try [(0.0, 0.5, 1.0), (50, 1, 1), (100, 0.8, 2)].enumerated().map { place, values in
      let central = try SpatialActor(
        name: "\(place)", position: values.0, salience: values.1, capability: values.2)
      return try UncertainActor(central, low: values.0 - width, high: values.0 + width)
    }
  }

  private static func band(
    width: Double, share: Double, draws: Int = 400, seed: UInt64 = 1
  ) throws -> SpatialSensitivity.Band {
    let sensitivity = try SpatialSensitivity(actors(width: width), share: share, draws: draws, seed: seed)
    return try sensitivity.bands { issue throws(StrategyError) in [issue.weightedMean] }[0]
  }

  @Test func dependsOnTheSeedAlone() throws {
    #expect(try Self.band(width: 10, share: 0.1) == Self.band(width: 10, share: 0.1))
    #expect(try Self.band(width: 10, share: 0.1) != Self.band(width: 10, share: 0.1, seed: 2))
  }

  @Test func hasNoWidthWhereNothingMoves() throws {
    let band = try Self.band(width: 0, share: 0)
    // 400 summands of one four-hundredth each, rounded.
    #expect(abs(band.mean - band.median) < 1e-12)
    #expect(band.lower == band.upper)
  }

  @Test func widensWithTheRanges() throws {
    let (narrow, wide) = (try Self.band(width: 5, share: 0.1), try Self.band(width: 50, share: 0.1))
    #expect(narrow.upper - narrow.lower < wide.upper - wide.lower)
    #expect(wide.lower <= wide.median && wide.median <= wide.upper)
    // Ranges are symmetric, and so is the mean: three standard errors of 400 draws.
    #expect(abs(wide.mean - (try Self.band(width: 0, share: 0).mean)) < 3 * 20 / 20)
  }

  @Test func refusesWhatCannotBeDrawn() throws {
    let actors = try Self.actors(width: 1)
    #expect(throws: StrategyError.outside(.sensitivityDraws, value: "0", allowed: "from 1 to 10000")) {
      try SpatialSensitivity(actors, share: 0.1, draws: 0, seed: 1)
    }
    #expect(throws: StrategyError.outside(.sensitivityShare, value: "1.0", allowed: "from 0 to below 1")) {
      try SpatialSensitivity(actors, share: 1, draws: 10, seed: 1)
    }
    let central = actors[0].central
    #expect(
      throws: StrategyError.outside(
        .positionRange, value: "1.0 to 2.0", allowed: "from low to high, with 0.0 between")
    ) { try UncertainActor(central, low: 1, high: 2) }
    #expect(throws: StrategyError.notFinite(.positionRange)) {
      try UncertainActor(central, low: -.infinity, high: 2)
    }
  }
}

import Series
import Testing

@testable import Forecasting

@Suite struct BreakRiskTests {
  static let quiet = BreakRisk(hazard: 0.05, levelSquare: 0, slopeSquare: 0, least: 5)

  /// Without a change, what is taken away and what is taken in again give the line back.
  @Test(arguments: [true, false]) func takingValuesInAgainGivesTheLineBack(isJoined: Bool) throws {
    let fit = try Piecewise(.found(.exactly(2)), isJoined: isJoined).fit(try References.series("japan-hns"))
    let regime = try #require(fit.candidates.first).regime
    let outlooks = Self.quiet.outlooks(fit.sample, regime, weight: 1)
    #expect(outlooks.count == 5)
    for outlook in outlooks {
      for years in [1.0, 5] {
        let (law, expected) = (outlook.law(years), regime.law(years))
        // Four downdates and updates of numbers near one.
        #expect((law.mean - expected.location).magnitude < 1e-10)
        #expect((law.variance - expected.scale * expected.scale).magnitude < 1e-10)
      }
    }
    // A change of no size is as probable as the record of breaks says, and no more.
    let odds = outlooks.dropFirst().map { $0.weight / outlooks[0].weight }
    #expect(odds.allSatisfy { ($0 - 0.05 / 0.95).magnitude < 1e-9 })
  }

  /// A jump in the last two years is too recent for the search, and plain to see.
  @Test func aRecentJumpIsBelieved() throws {
    let values = (0..<30).map { year -> Double in
      let level: Double = year < 14 ? 100 : year < 28 ? 160 : 220
      return level + Double((year * 7) % 5)
    }
    let fit = try Piecewise(.found(.exactly(1))).fit(try AnnualSeries(values))
    let regime = try #require(fit.candidates.first).regime
    let outlooks = fit.risk.outlooks(fit.sample, regime, weight: 1)
    let recent = outlooks.filter { $0.since == 1 }.reduce(0) { $0 + $1.weight }
    #expect(recent > 0.9)
    let median = try fit.predict(Horizon(1)).steps[0].median
    #expect((210...235).contains(median), "\(median)")
  }

  @Test func breaksAheadAddTheirExpectedSquares() {
    let risk = BreakRisk(hazard: 0.1, levelSquare: 4, slopeSquare: 1, least: 5)
    let (none, variance) = risk.ahead(1)
    #expect((none - 0.9).magnitude < 1e-15)
    // One year ahead a break has changed the level only.
    #expect((variance - 4).magnitude < 1e-12)
    let later = risk.ahead(3)
    // 0.3 breaks expected, given one 0.3 / (1 - 0.9³); slopes 0², 1² and 2², on average 5/3.
    let share = 0.3 / (1 - 0.729)
    #expect((later.variance - share * (4 + 5.0 / 3)).magnitude < 1e-12)
  }
}

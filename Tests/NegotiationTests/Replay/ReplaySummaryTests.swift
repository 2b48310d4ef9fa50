import Probability
import Series
import Testing

@testable import Negotiation

@Suite struct ReplaySummaryTests {
  private func replayed(
    _ name: String, score: Double, baseline: Double, hit: Bool, others: [ReplayBaseline: Double] = [:]
  ) throws -> ReplayedRound {
    let round = try Round(
      identifier: name, ally: "JPN", instrument: .costShare, measure: "first_year", unit: Unit("1"),
      firstYear: 2020, base: 100, settlement: 102, posture: .statusQuo, agreed: try PartialDate("2019"),
      ending: .inTime, uses: [.step])
    let own = StepScore(
      quantiles: [], mean: 100, score: score, amountScore: 100 * score, weightedIntervalScore: score,
      probabilityIntegralTransform: 0.5, hits: [hit, hit, hit])
    return ReplayedRound(
      round: round, date: try PartialDate("2018"), base: 100, actual: 102, ask: nil, offer: nil,
      scores: [.withAsk: own, .withoutAsk: own], withoutOwnRounds: nil,
      baselines: others.merging([.noChangeSpread: baseline]) { $1 }.mapValues {
        BaselineScore(score: $0, amountScore: 100 * $0)
      })
  }

  /// Holm by hand: of two probabilities of 1/32 each becomes 2/32; with a third of 1 beside them, 3/32.
  @Test func probabilitiesAreCorrectedForTheNumberOfBaselines() throws {
    let rounds = try (0..<5).map {
      try replayed("R\($0)", score: 0.02, baseline: 0.04, hit: true, others: [.drift: 0.05])
    }
    let two = try ReplaySummary(rounds)
    #expect(two.comparison(with: .drift)?.adjustedProbability == 0.0625)
    #expect(two.comparison(with: .noChangeSpread)?.adjustedProbability == 0.0625)
    #expect(two.comparison(with: .noChangeSpread)?.probability == 0.03125)
    #expect(two.comparison(with: .noChangeSpread)?.isShown == false)
    let three = try ReplaySummary(
      try (0..<5).map {
        try replayed("R\($0)", score: 0.02, baseline: 0.04, hit: true, others: [.drift: 0.05, .trend: 0.01])
      })
    #expect(three.comparison(with: .drift)?.adjustedProbability == 0.09375)
    #expect(three.comparison(with: .trend)?.adjustedProbability == 1)
  }

  /// Five rounds, all better: the exact one-sided probability is 1/32.
  @Test func skillIsShownOnlyWhereChanceIsRare() throws {
    let five = try (0..<5).map { try replayed("R\($0)", score: 0.02, baseline: 0.04, hit: $0 > 0) }
    let summary = try ReplaySummary(five)
    let comparison = try #require(summary.comparison(with: .noChangeSpread))
    #expect(comparison.rounds == 5 && comparison.skill == 0.5 && comparison.probability == 0.03125)
    #expect(comparison.isShown)
    #expect(summary.comparison(with: .drift) == nil)
    let four = try ReplaySummary(Array(five.dropLast()))
    #expect(four.comparison(with: .noChangeSpread)?.isShown == false)
    let coverage = try #require(summary.coverages.first { $0.sight == .withAsk && $0.level == 0.9 })
    #expect(coverage.coverage.hits == 4)
    // Clopper-Pearson for 4 of 5: 0.2836 to 0.9949 (Newcombe 1998, and any table).
    #expect(abs(coverage.interval.lowerBound - 0.28358) < 1e-5)
    #expect(abs(coverage.interval.upperBound - 0.99495) < 1e-5)
  }

  @Test func conditionsCompareWithTheirBars() throws {
    let rounds = try (0..<5).map { try replayed("R\($0)", score: 0.02, baseline: 0.021, hit: $0 > 1) }
    let checks = try ReplaySummary(rounds).checks()
    let skill = try #require(checks.first { $0.name == "skill-on-no-change-spread-with-ask" })
    #expect(!skill.isPassed)
    let coverage = try #require(checks.first { $0.name == "coverage-90-with-ask" })
    #expect(coverage.value == 0.6 && !coverage.isPassed)
    #expect(!ReplayCheck(name: "nan", value: .nan, atLeast: 0, atMost: nil).isPassed)
    #expect(throws: NegotiationError.tooFewRounds(fit: "summary of replays", found: 0, needed: 1)) {
      _ = try ReplaySummary([])
    }
  }
}

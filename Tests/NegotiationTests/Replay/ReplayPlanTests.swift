import Foundation
import Probability
import Series
import Testing

@testable import Negotiation

@Suite struct ReplayPlanTests {
  private func plan(_ evidence: Evidence, date: String? = nil) throws -> ReplayPlan {
    try ReplayPlan(evidence: evidence, date: try date.map { try PartialDate($0) })
  }

  @Test func replaysRoundsWithEnoughHistory() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    let rounds = try plan(evidence).rounds.map(\.identifier)
    // Nineteen rounds; KOR-SMA-05 is the sixth to be agreed, with five before it.
    #expect(rounds.count == 14)
    #expect(rounds.first == "KOR-SMA-05")
    let early = try plan(evidence, date: "2015-01-01").rounds.map(\.identifier)
    // The rounds after it have a year before that no budget had settled then, or another round between.
    #expect(early == ["JP-SMA-2016"])
  }

  @Test func refusesWhatCannotBeReplayed() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    #expect(throws: NegotiationError.unknownRound("KOR-SMA-5", nearest: "KOR-SMA-05")) {
      _ = try plan(evidence).round("KOR-SMA-5")
    }
    #expect(
      throws: NegotiationError.tooFewRounds(fit: "replay of JP-SMA-1996", found: 1, needed: 5)
    ) {
      _ = try plan(evidence).round("JP-SMA-1996")
    }
    #expect(
      throws: NegotiationError.notReplayable(
        round: "KOR-SMA-09", reason: "it was agreed by that date (2014-01-11)")
    ) {
      _ = try plan(evidence, date: "2014-01-11").round("KOR-SMA-09")
    }
    #expect(throws: NegotiationError.self) {
      _ = try ReplayPlan(evidence: evidence, minimumRounds: 4)
    }
  }

  /// Nothing that was agreed or published later moves a replay: the record cut after the round gives the same.
  @Test func seesNothingLater() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    let round = try evidence.round("JP-SMA-2008")
    let whole = try plan(evidence).replay(round)
    let cut = try plan(evidence.agreed(by: try PartialDate("2007-12-12"))).replay(round)
    #expect(whole.date.description == "2007-12-11")
    #expect(whole.scores == cut.scores)
    #expect(whole.baselines == cut.baselines)
    // No ask or offer was public, so that both sights are one.
    #expect(whole.scores[.withAsk] == whole.scores[.withoutAsk])
    #expect(whole.baselines[.offer] == nil && whole.baselines[.trend] == nil)
  }

  /// KOR-SMA-10 was agreed on 2019-02-10: what its own settlement taught was not known the day before.
  @Test func thePriorsAreThoseOfTheDate() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    let date = try PartialDate("2019-02-09")
    let own = try plan(evidence)
    let prior = try own.settlementModel(on: date).prior
    #expect(prior.askResponseDeviation == 0.08 && prior.offerOffsetDeviation == 0.06)
    #expect(prior.offerScale == 0.08 && prior.asks.statusQuo[0].mean == 0.17)
    let today = try own.settlementModel(on: try PartialDate("2026-11-22")).prior
    #expect(today == SettlementPrior())
    // The replay is the fit of a projection as of that date.
    let book = try AssumptionBook(try AssumptionCatalog.standard.known(on: date))
    let fits = try AgreementFits(evidence, ally: "KOR", asOf: date, book)
    let replayed = try own.replay(try evidence.round("KOR-SMA-10"))
    let expected = try fits.settlement.predictive(
      base: replayed.base, ask: replayed.ask, offer: replayed.offer, posture: .demanding
    ).score(base: replayed.base, actual: replayed.actual)
    #expect(replayed.scores[.withAsk] == expected)
  }

  /// A row of the catalogue that stands from 2019-02-10 on moves no replay of an earlier date.
  @Test func whatWasLearntLaterMovesNoEarlierReplay() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    let other = try AssumptionCatalog.standard.replacingNow("prior.ask.sd", by: 0.01)
    let (own, moved) = (try plan(evidence), try ReplayPlan(evidence: evidence, catalog: other))
    let round = try evidence.round("KOR-SMA-10")
    let (before, after) = (try own.replay(round), try moved.replay(round))
    #expect(before.date.description == "2019-02-09")
    #expect(before.scores == after.scores && before.withoutOwnRounds == after.withoutOwnRounds)
    // A day later the row stands.
    let agreed = try PartialDate("2019-02-10")
    #expect(try moved.settlementModel(on: agreed).prior.askResponseDeviation == 0.01)
  }

  @Test func whatAnOptionSaysHoldsAtEveryDate() throws {
    let options = [
      "prior.ask.sd": try AssumedValue(0.01), "prior.timing.demanding.mean": try AssumedValue(-2),
    ]
    let plan = try ReplayPlan(evidence: try Evidence([]), options: options)
    for text in ["1995-01-01", "2019-02-09", "2026-11-22"] {
      let date = try PartialDate(text)
      #expect(try plan.settlementModel(on: date).prior.askResponseDeviation == 0.01)
      #expect(try plan.timingModel(on: date).prior.demanding.mean == -2)
    }
  }

  @Test func scoresTheBaselinesByTheirDefinitions() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    let round = try evidence.round("KOR-SMA-10")
    let trend = (0..<100).map { 9700 + Double($0) }
    let replayed = try plan(evidence).replay(round, trend: trend)
    let actual = log(10389.0 / 9602)
    let steps = evidence.agreed(by: try PartialDate("2019-02-09")).rounds.compactMap(\.step)
    func score(_ baseline: ReplayBaseline) throws -> BaselineScore {
      try #require(replayed.baselines[baseline])
    }
    #expect(abs(try score(.noChange).score - actual) < 1e-14)
    #expect(abs(try score(.noChange).amountScore - 787) < 1e-9)
    #expect(abs(try score(.offer).score - log(10389.0 / 9999)) < 1e-12)
    #expect(abs(try score(.midpoint).score - (log(1.5) - actual)) < 1e-12)
    let square = steps.reduce(0) { $0 + $1 * $1 } / Double(steps.count)
    let spread = try StudentT(degreesOfFreedom: Double(steps.count), scale: square.squareRoot())
    let exact = try ContinuousRankedProbabilityScore.score(spread, observation: actual)
    // 400 middle quantiles for the closed form.
    #expect(abs(try score(.noChangeSpread).score / exact - 1) < 1e-3)
    #expect(abs(try score(.trend).score - log(10389.0 / 9750)) < 0.01)
    let model = try #require(replayed.scores[.withAsk])
    #expect(model.quantiles == model.quantiles.sorted())
    #expect(replayed.ask == 19204 && replayed.offer == 9999)
    #expect(replayed.withoutOwnRounds != nil)
  }

  @Test func priorScalesDecideLittle() throws {
    let plan = try plan(try RecordedRounds.load("all").evidence())
    let checks = try plan.priorChecks(ally: "JPN", base: 2274, asOf: try PartialDate("2026-11-22"))
    // Three postures: the width of the prior, and four ways of moving the median each.
    #expect(checks.count == 15)
    #expect(!checks.contains { !$0.isPassed })
  }
}

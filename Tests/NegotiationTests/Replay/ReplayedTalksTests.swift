import Foundation
import Probability
import Series
import Testing

@testable import Negotiation

@Suite struct ReplayedTalksTests {
  private func round(_ name: String, year: Int, agreed: String, ending: Round.Ending = .inTime) throws
    -> Round
  {
    try Round(
      identifier: name, ally: "JPN", instrument: .costShare, measure: "first_year", unit: Unit("1"),
      firstYear: year, base: 100, settlement: 102, posture: .statusQuo,
      talksBegan: try PartialDate("\(year - 1)-07"), agreed: try PartialDate(agreed),
      predecessorEnds: try PartialDate("\(year)-03-31"), ending: ending, uses: [.timing, .stopgap])
  }

  @Test func forecastsTalksAtTheirStart() throws {
    let evidence = try Evidence([
      try round("A", year: 2001, agreed: "2000-12-20"), try round("B", year: 2006, agreed: "2005-12-20"),
      try round("C", year: 2011, agreed: "2011-05-20", ending: .lapse),
      try round("D", year: 2016, agreed: "2015-12-20"),
    ])
    let plan = try ReplayPlan(evidence: evidence)
    #expect(plan.talks.map(\.identifier) == ["D"])
    let talks = try plan.replayTalks(try evidence.round("D"))
    #expect(talks.date.description == "2015-07-01")
    let chances = talks.probabilities
    let inTime = try #require(chances[.agreedByDeadline])
    #expect(inTime > 0.6 && inTime < 0.95)
    let whole: Double = chances.values.reduce(0, +)
    #expect(abs(whole - 1) < 1e-12)
    // One lapse of one late round: a stopgap with 1/4, a lapse with 3/4 of the rest.
    let lapse: Double = chances[.lapse] ?? 0
    let expected: Double = 0.75 * (1 - inTime)
    #expect(abs(lapse - expected) < 1e-12)
    #expect(talks.frequencies[.agreedByDeadline] == 2.5 / 4)
    #expect(talks.outcomes == [.agreedByDeadline: true, .stopgap: false, .lapse: false])
    let summaries = try EventSummary.all([talks])
    let summary = try #require(summaries.first)
    #expect(summary.event == .agreedByDeadline)
    let brier: Double = (1 - inTime) * (1 - inTime)
    #expect(abs(summary.brier - brier) < 1e-12)
    #expect(!summary.isShown)
    #expect(abs(summary.murphy.brierScore - summary.brier) < 1e-12)
  }

  @Test func aStopgapIsNoAgreementInTime() throws {
    let evidence = try Evidence([
      try round("A", year: 2001, agreed: "2000-12-20"), try round("B", year: 2006, agreed: "2005-12-20"),
      try round("C", year: 2011, agreed: "2011-02-20", ending: .stopgap),
      try round("D", year: 2016, agreed: "2016-02-17", ending: .stopgap),
    ])
    let plan = try ReplayPlan(evidence: evidence)
    let talks = try plan.replayTalks(try evidence.round("D"))
    #expect(talks.outcomes == [.agreedByDeadline: false, .stopgap: true, .lapse: false])
    #expect(talks.frequencies[.agreedByDeadline] == 2.5 / 4)
  }

  /// The talks of 2018 and 2019 are what the prior of a demanding posture was learnt from: neither knew of it.
  @Test func thePriorOfTheMonthIsThatOfTheStartOfTalks() throws {
    let plan = try ReplayPlan(evidence: try RecordedTalks.load().evidence())
    func demanding(_ date: String) throws -> Double {
      try plan.timingModel(on: try PartialDate(date)).prior.demanding.mean
    }
    #expect(try demanding("2018-03-01") == 0)
    #expect(try demanding("2019-09-01") == -0.6)
    #expect(try demanding("2020-10-31") == -1.2)
    #expect(try plan.timingModel(on: try PartialDate("2026-11-22")).prior == TimingPrior())
  }

  /// All talks of the record, replayed once for two tests.
  private static let stored = Result {
    let plan = try ReplayPlan(evidence: try RecordedTalks.load().evidence())
    return try plan.talks.map { try plan.replayTalks($0) }
  }

  /// Every talk of the record with the priors of its date, beside sums over a grid.
  @Test func talksAgreeWithSumsOverAGrid() throws {
    let recorded = try RecordedTalks.load().talks
    let talks = try Self.stored.get()
    #expect(talks.count == 11 && recorded.count == 11)
    for talk in recorded {
      let replayed = try #require(talks.first { $0.round.identifier == talk.round })
      #expect(replayed.date.description == talk.date)
      let inTime: Double = replayed.probabilities[.agreedByDeadline] ?? .nan
      // The mean over 4,096 points whose own probabilities spread by 0.2 at most: two standard errors of 0.2/64.
      #expect(abs(inTime - talk.probability) < 0.006, "\(talk.round): \(inTime), \(talk.probability)")
    }
  }

  @Test func whatWasLearntLaterMovesNoEarlierTalks() throws {
    let evidence = try RecordedTalks.load().evidence()
    let other = try AssumptionCatalog.standard.replacingNow("prior.timing.demanding.mean", by: -3)
    func chance(_ name: String, _ catalog: AssumptionCatalog) throws -> Double? {
      let plan = try ReplayPlan(evidence: evidence, catalog: catalog)
      return try plan.replayTalks(try evidence.round(name)).probabilities[.agreedByDeadline]
    }
    for name in ["KOR-SMA-10", "JP-SMA-2021X"] {
      let moved = try chance(name, other)
      #expect(moved == (try chance(name, .standard)), "\(name)")
    }
    let moved = try chance("KOR-SMA-12", other)
    #expect(moved != (try chance("KOR-SMA-12", .standard)))
  }

  /// Three events are one family: what is shown among them is shown for three tests.
  @Test func eventsAreCorrectedTogether() throws {
    let summaries = try EventSummary.all(try Self.stored.get())
    #expect(summaries.map(\.event) == ReplayedTalks.Event.allCases)
    let least = try #require(summaries.min { $0.probability < $1.probability })
    #expect(least.adjustedProbability == min(1, 3 * least.probability))
    for summary in summaries { #expect(summary.adjustedProbability >= summary.probability) }
    // With the priors of their dates none of them is shown.
    #expect(summaries.allSatisfy { !$0.isShown })
  }
}

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
    let plan = try ReplayPlan(evidence: evidence, model: try SettlementModel())
    #expect(plan.talks.map(\.identifier) == ["D"])
    let talks = try plan.replayTalks(try evidence.round("D"), timing: try TimingModel())
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
    let summary = try EventSummary(.agreedByDeadline, [talks])
    let brier: Double = (1 - inTime) * (1 - inTime)
    #expect(abs(summary.brier - brier) < 1e-12)
    #expect(!summary.isShown)
    #expect(abs(summary.murphy.brierScore - summary.brier) < 1e-12)
  }
}

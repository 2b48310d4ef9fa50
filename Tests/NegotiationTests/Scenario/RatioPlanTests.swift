import Testing

@testable import Negotiation

@Suite struct RatioPlanTests {
  private func plan(_ allies: [String], _ series: String, ask: Double = 5, year: Int = 2035) throws
    -> RatioPlan
  {
    try RatioPlan(allies: allies, series: series, definition: "d", askPercent: ask, targetYear: year)
  }

  @Test func namesTheSeriesOfAnAlly() throws {
    #expect(try plan(["DEU", "POL"], "nato-ratio-{ally}").series(of: "POL") == "nato-ratio-pol")
    #expect(try plan(["JPN"], "japan-ratio").series(of: "JPN") == "japan-ratio")
  }

  @Test func refusesWhatNamesNoAllies() {
    #expect(throws: ScenarioError("allies", .empty("allies"))) { try plan([], "x") }
    #expect(throws: ScenarioError("allies", .repeated("DEU"))) { try plan(["DEU", "DEU"], "{ally}") }
    #expect(throws: ScenarioError("allies", .unknownAlly("Spain", nearest: nil, known: []))) {
      try plan(["Spain"], "x")
    }
    #expect(throws: ScenarioError("series", .oneSeriesForMany("x"))) { try plan(["DEU", "POL"], "x") }
  }

  @Test(arguments: [0, -1, 21, .nan] as [Double])
  func refusesAPercentageOutOfRange(percent: Double) {
    #expect(throws: ScenarioError.self) { try plan(["JPN"], "x", ask: percent) }
  }

  @Test func refusesStagesOutOfOrder() throws {
    let stages = [
      try RatioPlan.Stage(.pledge, year: 2027, percent: 2), try RatioPlan.Stage(.ask, year: 2027, percent: 3),
    ]
    #expect(throws: ScenarioError("stages", .notIncreasing("2027", "2027"))) {
      try RatioPlan.Path(name: "p", stages: stages)
    }
    #expect(throws: ScenarioError("stages", .empty("stages"))) { try RatioPlan.Path(name: "p", stages: []) }
  }
}

import Series
import Testing

@testable import Negotiation

@Suite struct EvidenceTests {
  private func round(_ name: String, year: Int, agreed: String) throws -> Round {
    try Round(
      identifier: name, ally: "JPN", instrument: .costShare, measure: "hns_first_year",
      unit: Unit("JPY_100M"), firstYear: year, base: 100, settlement: 102, posture: .statusQuo,
      agreed: try PartialDate(agreed), ending: .inTime, uses: [.step])
  }

  @Test func seesOnlyWhatWasAgreedByTheDate() throws {
    let record = try Evidence([
      try round("B", year: 2022, agreed: "2021-12-21"), try round("A", year: 2016, agreed: "2015"),
    ])
    #expect(record.rounds.map(\.identifier) == ["A", "B"])
    #expect(record.agreed(by: try PartialDate("2015-12-30")).rounds.isEmpty)
    #expect(record.agreed(by: try PartialDate("2021-12-20")).rounds.map(\.identifier) == ["A"])
  }

  @Test func refusesTwoRoundsOfOneName() throws {
    let one = try round("A", year: 2016, agreed: "2015")
    #expect(throws: NegotiationError.duplicateRound("A")) { _ = try Evidence([one, one]) }
  }
}

import Foundation
import Series
import Testing

@testable import Negotiation

@Suite struct TimingRecordTests {
  private func talks(
    _ began: String, agreed: String?, posture: Posture = .statusQuo, positions: [Position] = [],
    ending: Round.Ending = .open
  ) throws -> Evidence {
    try Evidence([
      try Round(
        identifier: "A", ally: "JPN", instrument: .costShare, measure: "first_year", unit: Unit("1"),
        firstYear: 2021, base: 100, settlement: nil, positions: positions, posture: posture,
        talksBegan: try PartialDate(began), agreed: try agreed.map { try PartialDate($0) },
        predecessorEnds: try PartialDate("2021-03-31"), ending: ending, uses: [.timing])
    ])
  }

  @Test func countsMonthsFromStartToAgreement() throws {
    let record = TimingRecord(
      try talks("2020-10-15", agreed: "2021-02-17", posture: .demanding), asOf: try PartialDate("2022"))
    let months = record.groups.reduce(0) { $0 + $1.months }
    #expect(months == 5)
    #expect(record.groups.reduce(0) { $0 + $1.agreements } == 1)
    // Demanding until the inauguration of January 2021; February is one of the last two months.
    #expect(record.groups.filter(\.isDemanding).reduce(0) { $0 + $1.months } == 3)
    let last = try #require(record.groups.first { $0.isLastMonth })
    #expect(last.agreements == 1 && last.months == 1 && !last.isDemanding)
  }

  @Test func talksThatAreStillOpenCountAsSuch() throws {
    let evidence = try talks("2020", agreed: "2021-02-17")
    let early = TimingRecord(evidence, asOf: try PartialDate("2020-10-20"))
    // Known to the year only: from July; October is not over.
    #expect(early.groups.reduce(0) { $0 + $1.months } == 3)
    #expect(early.groups.reduce(0) { $0 + $1.agreements } == 0)
    #expect(TimingRecord(evidence, asOf: try PartialDate("2019")).groups.isEmpty)
    let endless = TimingRecord(try talks("0001", agreed: nil), asOf: try PartialDate("9999"))
    #expect(endless.groups.reduce(0) { $0 + $1.months } == TimingRecord.longestTalks + 1)
  }

  @Test func theGapNeedsBothSidesInPublic() throws {
    let positions = [
      try Position(side: .ask, amount: 400, knownOn: try PartialDate("2020-10-20")),
      try Position(side: .offer, amount: 100, knownOn: try PartialDate("2020-12-20")),
    ]
    let record = TimingRecord(
      try talks("2020-10", agreed: "2021-01-10", positions: positions), asOf: try PartialDate("2022"))
    let gaps = record.groups.filter { $0.gap > 0 }
    #expect(gaps.reduce(0) { $0 + $1.months } == 2)
    #expect(gaps.allSatisfy { abs($0.gap - (log(4) - 0.2)) < 1e-14 })
  }

  @Test func aStopgapEndsTheMonthsWithoutAnAgreement() throws {
    let evidence = try talks("2020-10-15", agreed: "2021-02-17", ending: .stopgap)
    let record = TimingRecord(evidence, asOf: try PartialDate("2022"))
    #expect(record.groups.reduce(0) { $0 + $1.months } == 5)
    #expect(record.groups.reduce(0) { $0 + $1.agreements } == 0)
  }
}

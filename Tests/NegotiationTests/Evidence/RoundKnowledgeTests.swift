import Negotiation
import Series
import Testing

@Suite struct RoundKnowledgeTests {
  private func round() throws -> Round {
    try Round(
      identifier: "A", ally: "KOR", instrument: .costShare, measure: "sma_first_year", unit: Unit("KRW_100M"),
      firstYear: 2021, base: 100, settlement: 114, termMean: 120, termYears: 6,
      positions: [
        try Position(side: .ask, amount: 500, knownOn: try PartialDate("2019-07")),
        try Position(side: .offer, amount: 110, knownOn: try PartialDate("2020-03-19")),
      ],
      posture: .demanding, talksBegan: try PartialDate("2019-09"), agreed: try PartialDate("2021-03-07"),
      predecessorEnds: try PartialDate("2019-12-31"), inForce: try PartialDate("2021-09-01"), ending: .lapse,
      lapseMonths: 15, hadFurlough: true, uses: [.step, .timing])
  }

  @Test func isNotThereBeforeAnyoneSpeaksOfIt() throws {
    #expect(try round().known(on: try PartialDate("2019-07-30")) == nil)
  }

  @Test func isOpenUntilItIsAgreed() throws {
    let asked = try #require(try round().known(on: try PartialDate("2019-08-15")))
    #expect(asked.positions.map(\.amount) == [500])
    #expect(asked.talksBegan == nil)
    let open = try #require(try round().known(on: try PartialDate("2021-03-06")))
    #expect(open.positions.map(\.amount) == [500, 110])
    #expect(open.base == 100 && open.settlement == nil && open.termMean == nil && open.termYears == nil)
    #expect(open.agreed == nil && open.inForce == nil && open.step == nil)
    #expect(open.ending == .open && open.lapseMonths == 0 && !open.hadFurlough && open.uses.isEmpty)
    #expect(open.exclusion == "not over on 2021-03-06")
  }

  @Test func isWholeOnceItIsInForce() throws {
    let settled = try #require(try round().known(on: try PartialDate("2021-03-07")))
    #expect(settled.inForce == nil && settled.settlement == 114 && settled.uses == [.step, .timing])
    #expect(try round().known(on: try PartialDate("2021-09-01")) == round())
  }

  @Test func isOverAfterItsFirstYearWhereNobodyRecordedTheDay() throws {
    let round = try Round(
      identifier: "B", ally: "DEU", instrument: .costShare, measure: "offset", unit: Unit("USD_M"),
      firstYear: 1965, base: nil, settlement: 542,
      positions: [try Position(side: .ask, amount: 1350, knownOn: try PartialDate("1964"))],
      posture: .statusQuo, ending: .inTime)
    #expect(try round.known(on: try PartialDate("1965-06"))?.ending == .open)
    let later = try #require(try round.known(on: try PartialDate("1966-01-01")))
    #expect(later.ending == .inTime && later.settlement == 542 && later.exclusion.isEmpty)
  }
}

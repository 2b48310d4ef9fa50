import Negotiation
import Series
import Testing

@Suite struct PassThroughTests {
  private func round(
    _ name: String, _ instrument: Instrument, _ base: Double, _ ask: Double, _ settlement: Double,
    _ uses: Set<Round.Use>,
    asked: String = "2010"
  ) throws -> Round {
    try Round(
      identifier: name, ally: "JPN", instrument: instrument, measure: "m", unit: Unit("USD_M"),
      firstYear: 2012,
      base: base, settlement: settlement,
      positions: [try Position(side: .ask, amount: ask, knownOn: try PartialDate(asked))],
      posture: .statusQuo, agreed: try PartialDate("2011-06"), ending: .inTime, uses: uses)
  }

  private func evidence() throws -> Evidence {
    try Evidence([
      try round("a", .costShare, 100, 200, 110, [.step, .passThrough]),
      try round("b", .costShare, 100, 110, 95, [.step, .passThrough]),
      try round("c", .oneOff, 100, 200, 200, [.passThrough]),
    ])
  }

  @Test func weighsAShareByTheSizeOfItsAsk() throws {
    let fit = try PassThrough(try evidence(), asOf: try PartialDate("2012"))
    let cost = try #require(fit.kinds.first { $0.instrument == .costShare })
    #expect(cost.shares.map(\.round) == ["a", "b"])
    #expect(cost.shares[0].value == 0.1)
    #expect(cost.shares[1].value == -0.5)
    // The step's error is ten times as large for a tenth of the ask.
    #expect(cost.shares[1].standardError > 2 * cost.shares[0].standardError)
    // Between the weighted mean of the two, 0.07, and the center.
    #expect(cost.share.mean > 0.07 && cost.share.mean < fit.center.mean)
    let once = try #require(fit.kinds.first { $0.instrument == .oneOff })
    #expect(once.share.mean < 1 && once.share.mean > 0.6)
  }

  @Test func speaksForAKindWithoutARoundByTheOthers() throws {
    let fit = try PassThrough(try evidence(), asOf: try PartialDate("2012"))
    #expect(fit.kinds.map(\.instrument) == [.costShare, .gdpRatio, .commonFund, .oneOff])
    let ratio = try #require(fit.kinds.first { $0.instrument == .gdpRatio })
    #expect(ratio.shares.isEmpty)
    #expect(ratio.share.mean == fit.center.mean)
    #expect(ratio.share.standardDeviation > 0.3)
  }

  @Test func seesNothingThatWasPublicLater() throws {
    let record = try evidence()
    #expect(throws: NegotiationError.tooFewRounds(fit: "pass-through", found: 0, needed: 2)) {
      _ = try PassThrough(record, asOf: try PartialDate("2011-05"))
    }
    let late = try Evidence([
      try round("a", .costShare, 100, 200, 110, [.step, .passThrough], asked: "2014"),
      try round("b", .costShare, 100, 110, 95, [.step]),
    ])
    #expect(throws: NegotiationError.tooFewRounds(fit: "pass-through", found: 0, needed: 1)) {
      _ = try PassThrough(late, asOf: try PartialDate("2012"))
    }
  }
}

import Foundation
import Series
import Testing

@testable import Negotiation

@Suite struct PrecedentTests {
  @Test func isTheLastRecentStepOfAnother() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    let day = try PartialDate("2021-03-07")
    #expect(evidence.precedent(for: "KOR", before: day, within: 24)?.round == "JP-SMA-2021X")
    // The Korean round of that very day is known on it, and was not before.
    #expect(evidence.precedent(for: "JPN", before: day, within: 24) == nil)
    #expect(evidence.precedent(for: "JPN", asOf: day, within: 24)?.round == "KOR-SMA-11")
    let later = try PartialDate("2027-01-01")
    #expect(evidence.precedent(for: "JPN", before: later, within: 24) == nil)
    let step = try #require(evidence.precedent(for: "JPN", before: later, within: 48)?.step)
    #expect(abs(step - log(15192.0 / 14028)) < 1e-14)
  }
}

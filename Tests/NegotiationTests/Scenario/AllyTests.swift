import Series
import Testing

@testable import Negotiation

@Suite struct AllyTests {
  @Test func yearsFollowTheAllysCalendar() throws {
    #expect(Ally.japan.year(ofMonth: try PartialDate("2027-03").monthIndex) == 2026)
    #expect(Ally.japan.year(ofMonth: try PartialDate("2027-04").monthIndex) == 2027)
    #expect(Ally.korea.year(ofMonth: try PartialDate("2030-12").monthIndex) == 2030)
    #expect(Ally.korea.year(ofMonth: try PartialDate("2031-01").monthIndex) == 2031)
  }

  @Test func namesTheNearestAlly() {
    let known = ["JPN", "KOR"]
    #expect(throws: ScenarioError("", .unknownAlly("JAP", nearest: "JPN", known: known))) {
      try Ally(code: "JAP")
    }
    #expect(throws: ScenarioError("", .unknownAlly("Atlantis", nearest: nil, known: known))) {
      try Ally(code: "Atlantis")
    }
  }

  @Test func theOtherAllyIsAnother() {
    for ally in Ally.allCases { #expect(ally.other != ally && ally.other.other == ally) }
  }
}

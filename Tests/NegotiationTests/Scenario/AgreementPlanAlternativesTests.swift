import Series
import Testing

@testable import Negotiation

@Suite struct AgreementPlanAlternativesTests {
  @Test func movesWhatTheScenarioAssumes() throws {
    var scenario = SmallScenario()
    scenario.drivers = [.hostOpinion: 0.8]
    let found = try scenario.plan().alternatives()
    let host = ["security_salience", "fiscal_stress", "minority", "hostile_upper_house"].map { "host.\($0)" }
    let keys = host + ["term_years", "talks_begin", "drivers.\(Driver.hostOpinion.rawValue)"]
    #expect(found.map(\.key) == keys.map { "agreement.\($0)" })
    let driver = try #require(found.last)
    #expect(driver.low == 0.8 - 0.5 && driver.high == 1)
    #expect(driver.plans.high.drivers == [.hostOpinion: 1])
  }

  @Test func endsAreThePlanWithOneStatementReplaced() throws {
    let plan = try SmallScenario().plan()
    let found = plan.alternatives()
    let minority = try #require(found.first { $0.key == "agreement.host.minority" })
    #expect(minority.plans.low == plan && minority.plans.high.host.isMinority)
    let talks = try #require(found.first { $0.key == "agreement.talks_begin" })
    // Talks from October 2026 on, the end in March 2027.
    #expect(talks.plans.low.talksBegin.description.hasPrefix("2026-07"))
    #expect(talks.plans.high.talksBegin.description.hasPrefix("2027-01"))
    let term = try #require(found.first { $0.key == "agreement.term_years" })
    #expect(term.plans.low.termYears == 3 && term.plans.high.termYears == 6)
  }

  @Test func staysWithinTheRulesOfAScenario() throws {
    var scenario = SmallScenario()
    (scenario.talksBegin, scenario.termYears) = ("2027-03", 10)
    let found = try scenario.plan().alternatives()
    let talks = try #require(found.first { $0.key == "agreement.talks_begin" })
    #expect(talks.high == 0)
    let term = try #require(found.first { $0.key == "agreement.term_years" })
    #expect(term.high == 10)
  }

  @Test func movesAGrowthThatIsFixed() throws {
    var scenario = SmallScenario()
    scenario.growth = .fixed(0.02)
    let found = try scenario.plan().alternatives()
    let growth = try #require(found.first { $0.key == "agreement.within_term.percent" })
    #expect(growth.low == 1 && growth.high == 3)
  }
}

import Series
import Testing

@testable import Negotiation

@Suite struct AgreementPlanTests {
  private func expect(
    _ path: String, _ problem: ScenarioError.Problem, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout SmallScenario) -> Void
  ) {
    var small = SmallScenario()
    change(&small)
    #expect(throws: ScenarioError(path, problem), sourceLocation: sourceLocation) { try small.plan() }
  }

  @Test func takesTheAllysOwnWhereNothingIsSaid() throws {
    let plan = try SmallScenario().plan()
    #expect(plan.firstYear == 2027)
    #expect(plan.budgetMonth == 12)
    #expect(plan.series == "japan-hns")
  }

  @Test func refusesAnExpiryBeforeTheStart() {
    expect("expires", .expiryBeforeStart(expires: "2026-09", start: "2026-10")) { $0.expires = "2026-09" }
  }

  @Test func refusesYearsForMonths() {
    expect("expires", .monthMissing("2027")) { $0.expires = "2027" }
    expect("talks_begin", .monthMissing("2026")) { $0.talksBegin = "2026" }
  }

  @Test func refusesWhatIsOutOfRange() {
    expect("budget_month", .outOfRange(13, expected: "a month from 1 to 12")) { $0.budgetMonth = 13 }
    expect("term_years", .outOfRange(0, expected: "1 to 10 years")) { $0.termYears = 0 }
    expect("term_years", .outOfRange(11, expected: "1 to 10 years")) { $0.termYears = 11 }
    expect("first_year", .outOfRange(2026, expected: "2027 to 2030")) { $0.firstYear = 2026 }
    expect("drivers.incidents", .outOfRange(2, expected: "a number from -1 to 1")) {
      $0.drivers = [.incidents: 2]
    }
    expect("percent", .outOfRange(200, expected: "a percentage from -50 to 100")) { $0.growth = .fixed(2) }
    expect("cap_percent", .outOfRange(-10, expected: "a percentage from 0 to 100")) {
      $0.growth = .consumerPrices(cap: -0.1)
    }
  }

  @Test func refusesABaseThatIsNotOne() {
    expect("base", .wrongUnit("KRW_100M", expected: "JPY_100M")) { $0.baseUnit = .won100M }
    expect("base", .baseNotBefore(year: 2027, first: 2027)) { $0.baseYear = 2027 }
  }

  @Test func refusesDatesThatNoNegotiationJoins() {
    expect("talks_begin", .tooFarApart("1990-01", "2027-03", years: 15)) { $0.talksBegin = "1990-01" }
    expect("base", .tooFarApart("-900000", "2027", years: 15)) { $0.baseYear = -900_000 }
  }

  @Test func refusesItsOwnPrecedent() { expect("precedent", .ownPrecedent("JPN")) { $0.precedent = .japan } }

  @Test func wantsTheReadingOfADemandingAskNamed() {
    expect("ask.reading", .readingNotNamed) { $0.reading = .posture }
  }

  @Test func wantsWhatATransactionalAskIsMixedFrom() throws {
    expect("ask", .mixtureLacks(needed: "costs.hns-items")) {
      ($0.posture, $0.reading) = (.transactional, .posture)
    }
    let cost = try Money(2_210, .yen100M)
    expect("ask", .mixtureLacks(needed: "fixed_sum")) {
      ($0.posture, $0.reading, $0.sum) = (.transactional, .posture, nil)
      $0.costs = [.hostNationItems: cost]
    }
  }
}

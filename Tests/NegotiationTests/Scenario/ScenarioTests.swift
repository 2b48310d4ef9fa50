import Series
import Testing

@testable import Negotiation

@Suite struct ScenarioTests {
  private func expect(
    _ path: String, _ problem: ScenarioError.Problem, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout SmallScenario) throws -> Void
  ) rethrows {
    var small = SmallScenario()
    try change(&small)
    #expect(throws: ScenarioError(path, problem), sourceLocation: sourceLocation) { try small.scenario() }
  }

  @Test func aSoundOneIsMade() throws {
    let scenario = try SmallScenario().scenario()
    #expect(try scenario.book().value("ask.markup").mean == 0.5)
  }

  @Test(arguments: [0, -1, 31, .max])
  func refusesAHorizonOutOfRange(years: Int) {
    expect("horizon", .outOfRange(Double(years), expected: "1 to 30 years")) { $0.horizon = years }
  }

  @Test func refusesADateBeforeTheFirstRound() {
    let problem = ScenarioError.Problem.asOfBeforeFirstRound(asOf: "1986", first: "1987-01-30")
    expect("as_of", problem) { $0.asOf = "1986" }
  }

  @Test func refusesAnAgreementThatHasEnded() {
    expect("agreement.expires", .expiryBeforeAsOf(expires: "2027-03", asOf: "2027-04-01")) {
      $0.asOf = "2027-04-01"
    }
  }

  @Test func takesAnAgreementThatIsSaidToHaveEnded() throws {
    var small = SmallScenario()
    (small.asOf, small.hasLapsed) = ("2027-04-01", true)
    #expect(try small.scenario().agreement?.hasLapsed == true)
  }

  @Test func refusesALapseThatHasNotCome() {
    expect("agreement.lapsed", .notLapsedYet(expires: "2027-03", asOf: "2026-11-22")) { $0.hasLapsed = true }
  }

  @Test func refusesAnEndThatIsFarAhead() {
    expect("agreement.expires", .tooFarApart("2026-11-22", "9999-12", years: 15)) {
      ($0.expires, $0.talksBegin, $0.baseYear) = ("9999-12", "9999-01", 9_990)
    }
  }

  @Test func refusesACurrencyWithoutARate() {
    expect("agreement.ask", .noExchangeRate("EUR", known: ["JPY"])) { $0.sum = (8, "EUR_BN") }
  }

  @Test func refusesADemandingAskBelowTheLastAmount() throws {
    // One billion dollars at 150 yen are 1,500.
    let problem = ScenarioError.Problem.askBelowBase(
      ask: 1_500, base: 2_274, unit: "JPY_100M", posture: "demanding")
    expect("agreement.ask", problem) { $0.sum = (1, "USD_BN") }
    let low = ScenarioError.Problem.askBelowBase(
      ask: 2_274, base: 2_274, unit: "JPY_100M", posture: "demanding")
    expect("agreement.ask", low) { ($0.reading, $0.percent) = (.percent, 0) }
    try expect("agreement.ask.reported", problem) {
      $0.reports = [AskPlan.Report(try Money(1, MoneyUnit("USD_BN")), date: try PartialDate("2026-10"))]
    }
  }

  @Test func judgesADemandByTheMarkupAssumed() throws {
    try expect(
      "agreement.ask", .askBelowBase(ask: 2_210, base: 2_274, unit: "JPY_100M", posture: "demanding")
    ) {
      ($0.reading, $0.costs) = (.hostNationItems, [.hostNationItems: try Money(2_210, .yen100M)])
      $0.overrides = ["ask.markup": ScenarioOverride(try AssumedValue(0), reason: "none")]
    }
  }

  @Test func passesOverALowAskThatIsNotPublicYet() throws {
    var small = SmallScenario()
    small.reports = [AskPlan.Report(try Money(1, MoneyUnit("USD_BN")), date: try PartialDate("2027-01"))]
    #expect(try small.scenario().agreement?.ask.reports.count == 1)
  }

  @Test func leavesALowAskToOtherPostures() throws {
    var small = SmallScenario()
    (small.posture, small.sum) = (.statusQuo, (1, "USD_BN"))
    #expect(try small.scenario().agreement?.posture == .statusQuo)
  }

  @Test func refusesAnUnknownAssumption() throws {
    let error = AssumptionError.unknownKey("ask.markupp", nearest: "ask.markup")
    try expect("assumptions", .assumption(error)) {
      $0.overrides = ["ask.markupp": ScenarioOverride(try AssumedValue(0.1), reason: "r")]
    }
  }

  @Test func refusesATargetThatHasPassed() throws {
    let ratio = try RatioPlan(
      allies: ["JPN"], series: "s", definition: "d", askPercent: 3.5, targetYear: 2026)
    #expect(
      throws: ScenarioError("ratio.target_year", .targetNotAfterAsOf(target: 2026, asOf: "2026-11-22"))
    ) {
      try SmallScenario().scenario(ratio: ratio)
    }
  }

  @Test func refusesNothing() throws {
    let date = try PartialDate("2026")
    #expect(throws: ScenarioError("", .nothingToProject)) {
      try Scenario(identifier: "x", title: "t", asOf: date, horizonYears: 1, rates: ExchangeRates([:]))
    }
  }
}

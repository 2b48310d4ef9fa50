import Series

@testable import Negotiation

/// A sound scenario of Japan, of which a test changes one thing.
struct SmallScenario {
  var asOf = "2026-11-22"
  var horizon = 10
  var expires = "2027-03"
  var hasLapsed = false
  var talksBegin = "2026-10"
  var budgetMonth: Int?
  var termYears = 5
  var firstYear: Int?
  var posture = Posture.demanding
  var reading = AskPlan.Reading.fixed
  var costs: [AskPlan.Reading: Money] = [:]
  var percent: Double?
  var reports: [AskPlan.Report] = []
  var sum: (Double, String)? = (8, "USD_BN")
  var offer: Offer?
  var precedent: Ally?
  var drivers: [Driver: Double] = [:]
  var growth = TermGrowth.record
  var baseYear = 2025
  var baseUnit = MoneyUnit.yen100M
  var overrides: [String: ScenarioOverride] = [:]

  func plan() throws -> AgreementPlan {
    let ask = try AskPlan(
      reading: reading, costs: costs, fixedSum: try sum.map { try Money($0.0, MoneyUnit($0.1)) },
      percent: percent, reports: reports)
    return try AgreementPlan(
      ally: .japan, round: "JP-SMA-2027",
      base: BaseAmount(year: baseYear, money: try Money(2_274, baseUnit)),
      expires: try PartialDate(expires), hasLapsed: hasLapsed, talksBegin: try PartialDate(talksBegin),
      budgetMonth: budgetMonth, termYears: termYears, firstYear: firstYear, posture: posture, ask: ask,
      offer: offer, precedent: precedent, drivers: drivers, growth: growth)
  }

  func scenario(ratio: RatioPlan? = nil) throws -> Scenario {
    try Scenario(
      identifier: "small", title: "t", asOf: try PartialDate(asOf), horizonYears: horizon,
      agreement: try plan(), ratio: ratio,
      rates: ExchangeRates(["JPY": try .init(perDollar: 150, basis: "stated")]), overrides: overrides)
  }
}

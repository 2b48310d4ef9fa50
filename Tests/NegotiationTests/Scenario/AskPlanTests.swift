import Series
import Testing

@testable import Negotiation

@Suite struct AskPlanTests {
  private let rates = ExchangeRates([:])

  @Test(arguments: [
    (AskPlan.Reading.hostNationItems, "costs.hns-items"), (.usPaid, "costs.us-paid"),
    (.bothSides, "costs.both-sides"), (.fixed, "fixed_sum"), (.percent, "percent"),
  ])
  func aReadingNeedsItsNumber(reading: AskPlan.Reading, needed: String) {
    #expect(throws: ScenarioError("", .readingLacks(reading, needed: needed))) {
      try AskPlan(reading: reading)
    }
  }

  @Test func costPlusAddsTheMarkup() throws {
    let plan = try AskPlan(reading: .hostNationItems, costs: [.hostNationItems: Money(2_210, .yen100M)])
    let sum = try plan.amount(of: .hostNationItems, over: 2_274, in: .yen100M, markup: 0.5, rates: rates)
    #expect(sum == 3_315)
    #expect(try plan.amount(of: .usPaid, over: 2_274, in: .yen100M, markup: 0.5, rates: rates) == nil)
  }

  @Test func aPercentageIsOverTheLastAmount() throws {
    let plan = try AskPlan(reading: .percent, percent: 50)
    #expect(try plan.amount(of: .percent, over: 2_000, in: .yen100M, markup: 0.5, rates: rates) == 3_000)
  }

  @Test(arguments: [-91, 10_001, .nan] as [Double])
  func refusesAPercentageThatIsNone(percent: Double) {
    #expect(throws: ScenarioError.self) { try AskPlan(reading: .percent, percent: percent) }
  }

  @Test func seesOnlyWhatWasReported() throws {
    let early = AskPlan.Report(try Money(5, MoneyUnit("USD_BN")), date: try PartialDate("2019-07"))
    let late = AskPlan.Report(try Money(4, MoneyUnit("USD_BN")), date: try PartialDate("2020-03-19"))
    let plan = try AskPlan(reading: .posture, reports: [late, early])
    #expect(plan.report(asOf: try PartialDate("2019-07-30")) == nil)
    #expect(plan.report(asOf: try PartialDate("2019-12")) == early)
    #expect(plan.report(asOf: try PartialDate("2020-12")) == late)
  }
}

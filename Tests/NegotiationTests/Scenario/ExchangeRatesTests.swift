import Testing

@testable import Negotiation

@Suite struct ExchangeRatesTests {
  private func rates() throws -> ExchangeRates {
    ExchangeRates(["JPY": try .init(perDollar: 150, basis: "stated")])
  }

  @Test func convertsByWayOfTheDollar() throws {
    let sum = Money8.billion
    // 8 billion dollars at 150 yen are 12,000 times a hundred million yen.
    #expect(try rates().amount(try sum(), in: .yen100M) == 12_000)
    let yen = try Money(2_210, .yen100M)
    #expect(try rates().amount(yen, in: .yen100M) == 2_210)
  }

  private enum Money8 {
    static func billion() throws -> Money { try Money(8, MoneyUnit("USD_BN")) }
  }

  @Test func refusesACurrencyWithoutARate() throws {
    let euros = try Money(1, MoneyUnit("EUR_BN"))
    #expect(throws: ScenarioError("", .noExchangeRate("EUR", known: ["JPY"]))) {
      try rates().amount(euros, in: .yen100M)
    }
  }

  @Test func needsNoRateWithinACurrency() throws {
    let euros = try Money(1, MoneyUnit("EUR_BN"))
    #expect(try rates().amount(euros, in: MoneyUnit("EUR_M")) == 1_000)
  }

  @Test(arguments: [0, -150, .nan, .infinity, 1e9] as [Double])
  func refusesWhatIsNoRate(perDollar: Double) {
    #expect(throws: ScenarioError.self) { try ExchangeRates.Rate(perDollar: perDollar, basis: "") }
  }
}

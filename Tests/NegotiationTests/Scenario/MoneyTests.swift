import Testing

@testable import Negotiation

@Suite struct MoneyTests {
  @Test(arguments: [("USD", 1), ("USD_M", 1e6), ("JPY_100M", 1e8), ("USD_BN", 1e9), ("KRW_TN", 1e12)])
  func readsUnits(symbol: String, scale: Double) throws {
    let unit = try MoneyUnit(symbol)
    #expect(unit.scale == scale)
    #expect(unit.description == symbol)
    #expect(unit.currency == String(symbol.prefix(3)))
  }

  @Test(arguments: ["", "US", "usd", "USD_X", "USDM", "yen", "€UR", "USD_"])
  func refusesWhatIsNoUnit(symbol: String) {
    #expect(throws: ScenarioError("", .unknownMoneyUnit(symbol))) { try MoneyUnit(symbol) }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e300] as [Double])
  func refusesWhatIsNoAmount(amount: Double) throws {
    let unit = try MoneyUnit("USD_BN")
    #expect(throws: ScenarioError.self) { try Money(amount, unit) }
  }
}

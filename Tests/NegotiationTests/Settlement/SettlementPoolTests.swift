import Testing

@testable import Negotiation

@Suite struct SettlementPoolTests {
  @Test(arguments: [[], [100, 0], [-1, 5], [Double.nan], [Double.infinity]])
  func refusesWhatIsNoAmount(_ amounts: [Double]) {
    #expect(throws: NegotiationError.self) { try SettlementPool(amounts: amounts) }
  }

  @Test func aNumberOfEachPartTakesItsPoint() throws {
    let pool = try SettlementPool(amounts: [400, 100, 200, 300])
    #expect(pool.amounts == [100, 200, 300, 400])
    #expect(pool.logAmount(0.1) == pool.logAmount(0.2))
    #expect(pool.logAmount(0.99) > pool.logAmount(0.5))
  }
}

import Forecasting
import Testing

@testable import Negotiation

@Suite struct DrawsTests {
  @Test func holdsToItsRange() throws {
    #expect(try Draws(1_000).count == 1_000)
    #expect(try Draws(5_000_000).count == 5_000_000)
    #expect(try Draws(Draws.standard.count) == .standard)
  }

  @Test(arguments: [0, -1, 999, .min])
  func refusesTooFew(count: Int) {
    #expect(throws: OptionError.belowLeast(option: "draws", value: count, least: 1_000)) { try Draws(count) }
  }

  @Test(arguments: [5_000_001, 1_000_000_000_000, .max])
  func refusesTooMany(count: Int) {
    #expect(throws: OptionError.aboveMost(option: "draws", value: count, most: 5_000_000)) {
      try Draws(count)
    }
  }
}

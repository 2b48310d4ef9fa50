import Testing

@testable import Negotiation

@Suite struct SeedTests {
  @Test func everyNumberIsASeed() {
    #expect(Seed(0).value == 0)
    #expect(Seed(.max).value == .max)
    #expect(Seed(Seed.standard.value) == .standard)
  }
}

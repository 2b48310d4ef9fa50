import Negotiation
import Testing

@Suite struct EventTimeTests {
  @Test(arguments: [0, -1, Double.nan, .infinity])
  func refusesATimeThatIsNone(time: Double) {
    #expect(throws: NegotiationError.self) { _ = try EventTime(time) }
  }

  @Test func isAnEventUnlessToldOtherwise() throws {
    #expect(try EventTime(2).isObserved)
    #expect(!(try EventTime(2, isObserved: false).isObserved))
  }
}

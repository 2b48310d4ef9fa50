import Probability
import Testing

@testable import Negotiation

@Suite struct EventCountsTests {
  /// Two late of three: 0.63, 90 % 0.24 to 0.94, by scipy 1.17.1 (stats.beta(2.5, 1.5)).
  @Test func fewCasesSayLittle() throws {
    let counts = try EventCounts(happened: 2, cases: 3)
    let posterior = try counts.posterior()
    #expect(abs(counts.probability - 0.625) < 1e-15)
    #expect(abs(try posterior.quantile(0.05) - 0.235534) < 1e-6)
    #expect(abs(try posterior.quantile(0.95) - 0.937587) < 1e-6)
  }

  @Test func refusesMoreThanAll() {
    #expect(throws: NegotiationError.outOfRange(what: "events", value: 3, expected: "0 to 2")) {
      _ = try EventCounts(happened: 3, cases: 2)
    }
    #expect(throws: NegotiationError.self) { _ = try EventCounts(happened: 0, cases: -1) }
  }
}

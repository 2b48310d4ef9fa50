import Testing

@testable import Negotiation

@Suite struct AssumptionBookTests {
  private func override(_ text: String) throws -> ScenarioOverride {
    ScenarioOverride(try AssumedValue(text: text), reason: "why", sources: ["s"])
  }

  @Test func optionsStandAboveTheScenarioAndTheCatalogue() throws {
    let book = try AssumptionBook(
      scenario: ["ask.markup": override("0.4"), "errors.df": override("7")],
      options: ["ask.markup": AssumedValue(0.3)])
    #expect(try book.value("ask.markup").mean == 0.3)
    #expect(try book.entry("ask.markup").origin == .option)
    #expect(try book.entry("errors.df").origin == .scenario(reason: "why", sources: ["s"]))
    #expect(try book.entry("fx.sd").origin == .catalogue)
    #expect(try book.override("fx.sd") == nil)
    #expect(try book.override("errors.df")?.mean == 7)
  }

  @Test func refusesAnUnknownKey() throws {
    #expect(throws: AssumptionError.unknownKey("credit.fsm", nearest: "credit.fms")) {
      try AssumptionBook(options: ["credit.fsm": AssumedValue(0.3)])
    }
    #expect(throws: AssumptionError.unknownKey("x", nearest: nil)) { try AssumptionBook().value("x") }
  }

  @Test(arguments: [
    "ask.noise=-0.1", "credit.fms=1.5", "credit.fms=uniform(0.5, 1.5)",
    "stopgap.probability=normal(0.5, 0.5)",
    "prior.tau=0",
  ])
  func refusesWhatIsOutOfRange(assignment: String) throws {
    let parts = assignment.split(separator: "=").map(String.init)
    let value = try AssumedValue(text: parts[1])
    let range = try AssumptionCatalog.standard.assumption(parts[0]).range
    #expect(throws: AssumptionError.outOfRange(key: parts[0], value: value, range: range)) {
      try AssumptionBook(options: [parts[0]: value])
    }
  }

  @Test func refusesSharesAboveOne() throws {
    let expected = AssumptionError.sharesAboveOne(
      keys: ["posture.share_transactional", "posture.share_demanding"], total: 1.125)
    #expect(throws: expected) {
      try AssumptionBook(options: [
        "posture.share_transactional": AssumedValue(0.625), "posture.share_demanding": AssumedValue(0.5),
      ])
    }
  }

  @Test func aTailBeyondTheRangeEndsThere() throws {
    let book = try AssumptionBook(options: ["growth.shift": AssumedValue(text: "normal(0, 0.06)")])
    let entry = try book.entry("growth.shift")
    #expect(try entry.draw(1e-9) == -0.2)
    #expect(try entry.draw(0.5) == 0)
  }

  @Test(arguments: [
    ("ask.markup", "1e308", "'ask.markup': 1e308 is out of range; expected 0 to 5"),
    ("furlough.after_months", "1e300", "'furlough.after_months': 1e300 is out of range; expected 1 to 36"),
    ("ask.markup", "1e999", "'ask.markup': 1e999 is out of range; expected 0 to 5"),
    ("prior.spread.sd", "4", "'prior.spread.sd': 4 is out of range; expected 0.0001 to 3"),
    ("prior.spread.median", "1e-4", "'prior.spread.median': 0.0001 is out of range; expected 0.01 to 1"),
    ("offer.scale", "0.0001", "'offer.scale': 0.0001 is out of range; expected 0.005 to 1"),
    ("ask.noise", "0.01", "'ask.noise': 0.01 is out of range; expected 0.05 to 2"),
  ])
  func tellsTheRangeWhenATextIsRead(_ key: String, _ text: String, _ message: String) throws {
    let assumption = try AssumptionCatalog.standard.assumption(key)
    let error = #expect(throws: AssumptionError.self) { try assumption.value(text: text) }
    #expect(error?.description == message)
  }
}

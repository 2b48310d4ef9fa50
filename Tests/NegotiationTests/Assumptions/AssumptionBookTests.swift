import Probability
import Series
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

  /// Months and years are counted: a fraction is refused, what is drawn is rounded, so that uniform(0, 3) reaches 3.
  @Test(arguments: [
    ("ratification.months", 1.5), ("election.window_months", 2.9), ("growth.record_from", 1990.5),
  ])
  func monthsAndYearsAreWhole(key: String, number: Double) throws {
    let value = try AssumedValue(number)
    #expect(throws: AssumptionError.notWhole(key: key, value: value)) {
      try AssumptionBook(options: [key: value])
    }
  }

  @Test func drawnMonthsAreRounded() throws {
    let book = try AssumptionBook(options: ["ratification.months": try AssumedValue(text: "uniform(0, 3)")])
    let entry = try book.entry("ratification.months")
    #expect(try entry.draw(0.9) == 3 && entry.draw(0.1) == 0)
    #expect(try entry.draw(0.4) == 1)
  }

  /// What came later is never taken, and every date of the catalogue is a date.
  @Test func nothingIsTakenThatWasNotKnown() throws {
    let late = try #require(AssumptionCatalog.standard.assumptions.first).since("2020-01")
    #expect(throws: AssumptionError.notKnown(key: late.key, date: "2019-01")) {
      try late.known(on: try PartialDate("2019-01"))
    }
    for assumption in AssumptionCatalog.standard.assumptions {
      let dates = ([assumption] + assumption.earlier).map(\.knownSince)
      #expect(!dates.contains(Assumption.never), "\(assumption.key)")
    }
  }

  /// The prior of growth in the catalogue is the one that a fit has unless told.
  @Test func growthHasTheCataloguesPrior() throws {
    let book = try AssumptionBook()
    let prior = try WithinTermGrowth.prior(
      mean: try book.value("prior.growth.mean").median, years: try book.value("prior.growth.years").median,
      deviation: try book.value("prior.growth.sd").median)
    #expect(try prior == WithinTermGrowth.usualPrior())
    // 1.959964 would be a normal's; 4 degrees of freedom have 2.1318 at 95 %, and the scale is 0.03/√2.
    #expect(abs(try prior.marginal().quantile(0.95) - (0.01 + 2.1318468 * 0.03 / 2.0.squareRoot())) < 1e-6)
  }
}

import Series
import Testing

@testable import Negotiation

@Suite struct AssumptionCatalogTests {
  @Test func everyEntryIsAValueWithinItsRange() throws {
    for assumption in AssumptionCatalog.standard.assumptions.flatMap({ [$0] + $0.earlier }) {
      // The catalogue makes its values without a check; this is the check.
      _ = try AssumedValue(assumption.value.form)
      try assumption.requireInRange(assumption.value)
      #expect(assumption.low < assumption.high, "\(assumption.key)")
      #expect(assumption.range.contains(assumption.low), "\(assumption.key)")
      #expect(assumption.range.contains(assumption.high), "\(assumption.key)")
      let median = assumption.value.median
      #expect(assumption.low <= median && median <= assumption.high, "\(assumption.key)")
      #expect(!assumption.meaning.isEmpty && !assumption.reason.isEmpty, "\(assumption.key)")
    }
  }

  @Test func everyKeyIsThereOnce() {
    let keys = AssumptionCatalog.standard.assumptions.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  private static let dates = [
    "1987-01-30", "2004-12", "2009", "2018-12-31", "2020-12", "2021-12-31", "2026-11-22",
  ]

  @Test(arguments: dates) func whatTheTornadoMovesAloneLeavesAWhole(date: String) throws {
    let catalog = AssumptionCatalog.standard.known(on: try PartialDate(date))
    for assumption in catalog.assumptions {
      for end in [assumption.low, assumption.high] {
        _ = try AssumptionBook(catalog, options: [assumption.key: AssumedValue(end)])
      }
    }
  }

  /// A reason names no year after the date from which it counts as known; without a date it names none.
  @Test func everyReasonIsAsOldAsItSays() throws {
    for assumption in AssumptionCatalog.standard.assumptions.flatMap({ [$0] + $0.earlier }) {
      let years = (assumption.reason + " " + assumption.meaning).split { !$0.isNumber }
        .filter { $0.count == 4 }.compactMap { Int($0) }.filter { (1900...2100).contains($0) }
      let last = assumption.knownSince?.year ?? 0
      #expect(last < 3000, "\(assumption.key): a date that is none")
      #expect(years.allSatisfy { $0 <= last }, "\(assumption.key), \(last): \(assumption.reason)")
    }
  }

  @Test func whatStoodBeforeGoesBackToTheBeginning() {
    for assumption in AssumptionCatalog.standard.assumptions {
      let states = [assumption] + assumption.earlier
      #expect(states.dropLast().allSatisfy { $0.knownSince != nil }, "\(assumption.key)")
      #expect(states.last?.knownSince == nil, "\(assumption.key): nothing stands in the beginning")
      let dates = states.compactMap(\.knownSince)
      #expect(zip(dates, dates.dropFirst()).allSatisfy { $1 < $0 }, "\(assumption.key)")
      #expect(states.allSatisfy { $0.key == assumption.key && $0.range == assumption.range })
    }
  }

  @Test(arguments: [
    ("stopgap.probability", "2018-12", "beta(0.5, 0.5)", "A"),
    ("stopgap.probability", "2019-12", "beta(1.5, 0.5)", "E 1"),
    ("stopgap.probability", "2020-12", "beta(1.5, 1.5)", "E 2"),
    ("stopgap.probability", "2021-02-16", "beta(1.5, 1.5)", "E 2"),
    ("stopgap.probability", "2021-02-17", "beta(2.5, 1.5)", "E 3"),
    ("stopgap.step", "2020-12", "normal(0, 0.03)", "A"),
    ("election.after", "2020-12", "normal(0.7, 0.7)", "A"),
    ("ask.status_quo", "2020-12", "normal(0.17, 0.11, 0, 0.5)", "E 6"),
    ("posture.change_at_inauguration", "2020-12", "beta(4.5, 3.5)", "A"),
    ("posture.change_at_inauguration", "2026-11-22", "beta(6.5, 3.5)", "A"),
    ("stopgap.probability_otherwise", "1987-01-30", "beta(0.5, 0.5)", "A"),
  ])
  func standsAsItCouldBeKnown(key: String, date: String, value: String, mark: String) throws {
    let catalog = AssumptionCatalog.standard.known(on: try PartialDate(date))
    let assumption = try catalog.assumption(key)
    #expect(assumption.value.description == value && assumption.mark.description == mark)
    // A bar of the tornado starts from the same state.
    let moved = try AssumptionBook(catalog).replacing("errors.df", with: try AssumedValue(6))
    #expect(try moved.value(key).description == value)
  }

  @Test func namesTheNearestKey() {
    #expect(throws: AssumptionError.unknownKey("ask.markupp", nearest: "ask.markup")) {
      try AssumptionCatalog.standard.assumption("ask.markupp")
    }
  }

  @Test func onlyHowRatiosMoveIsFitted() {
    let fitted = AssumptionCatalog.standard.assumptions.filter(\.isFitted).map(\.key)
    #expect(fitted == ["ratio.adjustment", "ratio.common_deviation", "ratio.own_deviation"])
  }

  /// Late rounds of the record by `ending`: of three under a demanding posture two had a stopgap, of three others none.
  @Test func aStopgapIsLearnedFromLateRounds() throws {
    let catalog = AssumptionCatalog.standard
    #expect(try catalog.assumption("stopgap.probability").value.form == .beta(successes: 2.5, failures: 1.5))
    let otherwise = try catalog.assumption("stopgap.probability_otherwise")
    #expect(otherwise.value.form == .beta(successes: 0.5, failures: 3.5))
    #expect(otherwise.mark == .estimated(3))
  }
}

import Testing

@testable import Negotiation

@Suite struct AssumptionCatalogTests {
  @Test func everyEntryIsAValueWithinItsRange() throws {
    for assumption in AssumptionCatalog.standard.assumptions {
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

  @Test func whatTheTornadoMovesAloneLeavesAWhole() throws {
    for assumption in AssumptionCatalog.standard.assumptions {
      for end in [assumption.low, assumption.high] {
        _ = try AssumptionBook(options: [assumption.key: AssumedValue(end)])
      }
    }
  }

  @Test func namesTheNearestKey() {
    #expect(throws: AssumptionError.unknownKey("ask.markupp", nearest: "ask.markup")) {
      try AssumptionCatalog.standard.assumption("ask.markupp")
    }
  }

  @Test func onlyTheAdjustmentIsFitted() {
    let fitted = AssumptionCatalog.standard.assumptions.filter(\.isFitted).map(\.key)
    #expect(fitted == ["ratio.adjustment"])
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

import Strategy
import Testing

@Suite struct DominanceTests {
  @Test func iteratedStrictMatchesReferences() throws {
    for reference in try GameReference.cases() {
      let game = try reference.game()
      let expected = try #require(reference.iterated_strict_dominance_by_pure)
      let found = game.iteratedDominance(.strict)
      #expect(found.surviving[0].map { game.strategies[0][$0] } == expected.surviving_rows, "\(reference.id)")
      #expect(found.surviving[1].map { game.strategies[1][$0] } == expected.surviving_columns)
      #expect(found.steps.count == expected.steps)
    }
  }

  @Test func weakDominanceAtTheExactSidePayment() throws {
    let dilemma = try GameReference.game("V01_japan_korea_pd")
    #expect(dilemma.dominances.map(\.kind) == [.strict, .strict])
    #expect(dilemma.dominances.map(\.dominating) == [1, 1])
    // At a payment of exactly 1 both strategies give the same everywhere: neither dominates.
    #expect(try GameReference.game("V16_pd_side_payment_exactly_1").dominances.isEmpty)
  }

  @Test func weakIterationTakesBothKindsAway() throws {
    let game = try NormalFormGame(
      players: ["a", "b"], strategies: [["up", "down"], ["left", "right"]], row: [[1, 1], [1, 0]],
      column: [[1, 1], [0, 1]])
    #expect(game.iteratedDominance(.strict).steps.isEmpty)
    let weak = game.iteratedDominance(.weak)
    #expect(weak.surviving == [[0], [1]])
    #expect(weak.steps.map(\.round) == [1, 1])
  }

  @Test func alwaysLeavesAStrategy() throws {
    for reference in try GameReference.cases(ofTwo: false) {
      for kind in Dominance.Kind.allCases {
        #expect(try reference.game().iteratedDominance(kind).surviving.allSatisfy { !$0.isEmpty })
      }
    }
  }
}

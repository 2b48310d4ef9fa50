import Testing

@testable import Strategy

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

  private static func names(_ count: Int) -> [String] { (1...count).map { "s\($0)" } }

  /// Strictly dominated by a mixture, though by no pure strategy; then the rest falls by pure ones.
  @Test func mixturesTakeMoreAway() throws {
    let game = try NormalFormGame(
      players: ["R", "C"], strategies: [["r0", "r1", "r2"], ["c0", "c1"]], row: [[3, 0], [0, 3], [1, 1]],
      column: [[1, 0], [1, 0], [0, 5]])
    #expect(game.iteratedDominance(.strict).steps.isEmpty)
    let found = try game.mixtureDominances()
    #expect(found == [Dominance(player: 0, dominated: 2, dominating: nil, kind: .strict)])
    let iterated = try game.iteratedDominanceByMixtures()
    #expect(iterated.surviving == [[0], [0]])
    #expect(iterated.steps.map(\.round) == [1, 2, 3])
    #expect(iterated.steps.map(\.dominance.dominating) == [nil, 0, 0])
    #expect(throws: StrategyError.workLimit(.mixtures, steps: 100)) { try game.mixtureDominances(steps: 100) }
  }

  /// At 3/2 for sure the even mixture is as good: dominated by nothing; a trillionth less, and it is.
  @Test func aMixtureThatTiesDominatesNothing() throws {
    for (sure, count) in [("3/2", 0), ("1.499999999999", 1)] {
      let payoff = try Rational(text: sure)
      let game = try NormalFormGame(
        players: ["R", "C"], strategies: [["r0", "r1", "r2"], ["c0", "c1"]],
        row: [[3, 0], [0, 3], [payoff, payoff]], column: [[0, 0], [0, 0], [0, 0]])
      #expect(try game.mixtureDominances().count == count)
    }
  }

  /// The labels of all vertices of the other's polytope tell what is a best answer to something.
  @Test func mixturesAgreeWithThePolytopes() throws {
    for reference in try GameReference.cases() {
      let game = try reference.game()
      let pure = Set(game.dominances.filter { $0.kind == .strict }.map { [$0.player, $0.dominated] })
      let dominated = pure.union(try game.mixtureDominances().map { [$0.player, $0.dominated] })
      for player in [0, 1] {
        var budget = WorkBudget(limit: 1_000_000_000)
        let polytope = try BestResponsePolytope(responses: game.table(of: player), budget: &budget)
        let labels = polytope.vertices.reduce(0) { $0 | $1.labels } >> UInt64(polytope.size)
        let never = (0..<game.sizes[player]).filter { labels >> UInt64($0) & 1 == 0 }
        #expect(
          never == (0..<game.sizes[player]).filter { dominated.contains([player, $0]) }, "\(reference.id)")
      }
    }
  }

  /// Three players: against four choices of the others together, half and half is better than the middle.
  @Test func mixturesOfThreePlayers() throws {
    let own: [[Rational]] = [[4, 0, 4, 0], [0, 4, 0, 4], [1, 1, 1, 1]]
    let game = try NormalFormGame(
      players: ["a", "b", "c"], strategies: [Self.names(3), Self.names(2), Self.names(2)],
      payoffs: own.flatMap { row in row.map { [$0, 0, 0] } })
    #expect(try game.mixtureDominances().map(\.dominated) == [2])
  }

  /// More strategies than equilibria can be searched for.
  @Test func largeTablesHaveDominatedStrategiesToo() throws {
    let rows = (0..<32).map { i in (0..<32).map { j in Rational(i == 31 ? 0 : (i + j) % 32) } }
    let game = try NormalFormGame(
      players: ["R", "C"], strategies: [Self.names(32), Self.names(32)], row: rows, column: rows)
    #expect(throws: StrategyError.tooMany(.strategies, maximum: 62, actual: 64)) { try NashEquilibria(game) }
    let found = try game.mixtureDominances()
    #expect(found == [Dominance(player: 0, dominated: 31, dominating: nil, kind: .strict)])
  }

  @Test func alwaysLeavesAStrategy() throws {
    for reference in try GameReference.cases(ofTwo: false) {
      for kind in Dominance.Kind.allCases {
        #expect(try reference.game().iteratedDominance(kind).surviving.allSatisfy { !$0.isEmpty })
      }
    }
  }
}

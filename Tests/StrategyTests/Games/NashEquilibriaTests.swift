import Testing

@testable import Strategy

@Suite struct NashEquilibriaTests {
  @Test func matchesReferencesInTheirOrder() throws {
    for reference in try GameReference.cases() {
      let found = try NashEquilibria(reference.game())
      let expected = try #require(reference.extreme_equilibria).map {
        NashEquilibria.Equilibrium(
          row: $0.row, column: $0.column, payoffs: PayoffPair($0.payoffs[0], $0.payoffs[1]))
      }
      #expect(found.extreme == expected, "\(reference.id)")
      #expect(found.isDegenerate == reference.degenerate, "\(reference.id)")
      if let value = reference.zero_sum_value_to_row {
        #expect(found.extreme.allSatisfy { $0.payoffs.first == value })
      }
    }
  }

  @Test func matchesMaximalSubsets() throws {
    for reference in try GameReference.cases() {
      let found = try NashEquilibria(reference.game())
      let subsets = Set(found.subsets.map { [Set($0.rows), Set($0.columns)] })
      guard let expected = reference.maximal_nash_subsets else {
        // Without degeneracy each equilibrium stands alone.
        #expect(subsets == Set(found.extreme.map { [[$0.row], [$0.column]] }))
        continue
      }
      #expect(
        subsets == Set(expected.map { [Set($0.row_vertices), Set($0.column_vertices)] }), "\(reference.id)")
    }
  }

  /// nashpy 0.0.43 misses the segment, finds nothing by vertices, and stops with an exception on the last.
  @Test func degenerateGamesThatOtherProgramsMiss() throws {
    #expect(try NashEquilibria(GameReference.game("V09_degenerate_2x2_segment")).extreme.count == 2)
    #expect(try NashEquilibria(GameReference.game("V10_all_zero_2x2")).extreme.count == 4)
    #expect(try NashEquilibria(GameReference.game("V11_degenerate_3x5")).extreme.count == 8)
  }

  private static func names(_ count: Int) -> [String] { (1...count).map { "s\($0)" } }

  private static func game(_ row: [[Rational]], _ column: [[Rational]]) throws -> NormalFormGame {
    try NormalFormGame(
      players: ["one", "two"], strategies: [names(row.count), names(row[0].count)], row: row, column: column)
  }

  /// Coordination of n has 2ⁿ - 1 equilibria, one for each set of strategies.
  @Test func coordination() throws {
    let identity = (0..<8).map { i in (0..<8).map { Rational($0 == i ? 1 : 0) } }
    let found = try NashEquilibria(Self.game(identity, identity))
    #expect(found.extreme.count == 255)
    #expect(!found.isDegenerate)
    #expect(Set(found.extreme).count == 255)
  }

  /// The most degenerate game of the largest size: every pure profile, in one subset.
  @Test func allTheSame() throws {
    let zeros = [[Rational]](repeating: [Rational](repeating: 7, count: 12), count: 12)
    let found = try NashEquilibria(Self.game(zeros, zeros))
    #expect(found.extreme.count == 144)
    #expect(found.subsets.count == 1)
    #expect(found.subsets.first?.rows.count == 12)
  }

  /// Rows and columns that stand twice.
  @Test func doubledStrategies() throws {
    let row: [[Rational]] = [[1, -1, 1], [-1, 1, -1], [1, -1, 1]]
    let column = row.map { $0.map { -$0 } }
    let found = try NashEquilibria(Self.game(row, column))
    #expect(found.extreme.count == 4)
    #expect(found.subsets.count == 1)
    for equilibrium in found.extreme { #expect(equilibrium.payoffs == PayoffPair(0, 0)) }
  }

  @Test func oneStrategyEach() throws {
    let found = try NashEquilibria(Self.game([[-3]], [[5]]))
    #expect(found.extreme == [.init(row: [1], column: [1], payoffs: PayoffPair(-3, 5))])
    let choice = try NashEquilibria(Self.game([[1], [2], [2]], [[0], [0], [0]]))
    #expect(choice.extreme.map(\.row) == [[0, 1, 0], [0, 0, 1]])
  }

  /// A payoff of sixty digits, and one that differs from it by the sixtieth.
  @Test func hugeAndTinyPayoffs() throws {
    let huge = try Rational(text: "1" + String(repeating: "0", count: 59))
    let found = try NashEquilibria(Self.game([[huge, 0], [huge + 1, 0]], [[0, 0], [0, 0]]))
    #expect(found.extreme.map(\.row) == [[1, 0], [0, 1], [0, 1]])
    let tiny = try Rational(text: "1e-50")
    let prisoners = try NashEquilibria(
      Self.game([[tiny, 0], [tiny + tiny, tiny]], [[tiny, tiny + tiny], [0, tiny]]))
    #expect(prisoners.extreme.map(\.row) == [[0, 1]])
  }

  /// Adding to a player's payoffs or scaling them changes no equilibrium; exchanging the players exchanges the sides.
  @Test func invariances() throws {
    let third = try Rational(text: "1/3")
    for reference in try GameReference.cases() {
      let (row, column) = (try #require(reference.payoffs_row), try #require(reference.payoffs_column))
      let plain = try NashEquilibria(Self.game(row, column))
      let moved = try NashEquilibria(
        Self.game(row.map { $0.map { third * $0 - 5 } }, column.map { $0.map { 7 * $0 + third } }))
      #expect(plain.extreme.map { [$0.row, $0.column] } == moved.extreme.map { [$0.row, $0.column] })
      let turned = try NashEquilibria(
        Self.game(
          column[0].indices.map { j in column.map { $0[j] } }, row[0].indices.map { j in row.map { $0[j] } }))
      #expect(
        Set(plain.extreme.map { [$0.row, $0.column] }) == Set(turned.extreme.map { [$0.column, $0.row] }))
      #expect(plain.subsets.count == turned.subsets.count)
    }
  }

  /// Every extreme equilibrium is one, and so is the middle of every subset; pure ones are those found by search.
  @Test func areMutualBestReplies() throws {
    for reference in try GameReference.cases() {
      let game = try reference.game()
      let found = try NashEquilibria(game)
      for equilibrium in found.extreme {
        #expect(try game.isEquilibrium([equilibrium.row, equilibrium.column]))
      }
      for subset in found.subsets {
        #expect(try game.isEquilibrium([Self.middle(subset.rows), Self.middle(subset.columns)]))
      }
      let pure = found.extreme.filter { ($0.row + $0.column).allSatisfy { $0.isZero || $0 == 1 } }
      #expect(pure.count == game.pureEquilibria.count)
    }
  }

  private static func middle(_ points: [[Rational]]) throws -> [Rational] {
    let share = try Rational(1).divided(by: Rational(points.count))
    return points[0].indices.map { place in points.reduce(Rational.zero) { $0 + share * $1[place] } }
  }

  /// One if the picks differ: no fewer subsets than corners, and still segments between them.
  @Test func infinitelyManyWithFewCorners() throws {
    let mismatch = (0..<3).map { i in (0..<3).map { Rational($0 == i ? 0 : 1) } }
    let found = try NashEquilibria(Self.game(mismatch, mismatch))
    #expect(found.extreme.count == 7)
    #expect(found.subsets.count == 7)
    #expect(found.areInfinitelyMany)
    #expect(try !NashEquilibria(Self.game([[1, 0], [0, 1]], [[1, 0], [0, 1]])).areInfinitelyMany)
  }

  @Test func tellsTheSubsetsOfEachEquilibrium() throws {
    for reference in try GameReference.cases() {
      let found = try NashEquilibria(reference.game())
      for (equilibrium, memberships) in zip(found.extreme, found.memberships) {
        let expected = found.subsets.indices.filter {
          found.subsets[$0].rows.contains(equilibrium.row)
            && found.subsets[$0].columns.contains(equilibrium.column)
        }
        #expect(memberships == expected && !expected.isEmpty)
      }
    }
  }

  /// Denominators of nine digits that share nothing: together longer than any payoff.
  @Test func fractionsOfManyDenominators() throws {
    let primes = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797, 999_999_761]
    var near: [[Rational]] = []
    for i in 0..<6 {
      near.append(
        try (0..<6).map { (j: Int) throws -> Rational in
          let denominator: Int = primes[(i + j) % 6] - 6 * i
          let fraction: Rational = try Rational(1).divided(by: Rational(denominator))
          return Rational(i == j ? 2 : 1) + fraction
        })
    }
    // All denominators together have 36 times nine digits; a game of this size had more than 308 and was refused.
    let flat = [[Rational]](repeating: [1, 0, 0, 0, 0, 0], count: 6)
    let found = try NashEquilibria(Self.game(near, flat))
    #expect(found.extreme.map(\.row) == [[1, 0, 0, 0, 0, 0]])
  }

  @Test func refusesRatherThanLeaveOut() throws {
    let identity = (0..<6).map { i in (0..<6).map { Rational($0 == i ? 1 : 0) } }
    let game = try Self.game(identity, identity)
    #expect(throws: StrategyError.workLimit(.vertices, steps: 500)) { try NashEquilibria(game, steps: 500) }
    #expect(throws: StrategyError.workLimit(.equilibria, steps: 200_000)) {
      try NashEquilibria(game, steps: 200_000)
    }
    let three = try GameReference.game("V18_volunteers_dilemma_3")
    #expect(throws: StrategyError.notTwoPlayers(actual: 3)) { try NashEquilibria(three) }
  }
}

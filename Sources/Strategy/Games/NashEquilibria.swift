/// All Nash equilibria of a game of two players, exactly.
///
/// An equilibrium is a pair of mixed strategies, each a best answer to the other. Pairs of vertices of the two
/// best-response polytopes that carry all labels together are the *extreme* equilibria; in a game that is not degenerate
/// they are all there are. In a degenerate game there are infinitely many: each *maximal Nash subset* is every mixture
/// of some row vertices paired with every mixture of some column vertices, and the subsets together are all equilibria.
/// The subsets are the maximal bicliques of the graph of extreme equilibria.
///
/// Edge Cases:
///
/// - A search that would take too many steps ends with `workLimit` and no list; the steps are counted, so a game is
///   answered or refused alike on every machine.
///
/// Sources: Winkels (1979), in Game Theory and Related Topics; Avis, Rosenberg, Savani & von Stengel (2010), "Enumeration
/// of Nash equilibria for two-player games", Economic Theory 42, 9-37.
public struct NashEquilibria: Equatable, Sendable {
  /// An extreme equilibrium.
  public struct Equilibrium: Hashable, Sendable {
    /// The probabilities of the first player's strategies.
    public let row: [Rational]
    /// Those of the second player's.
    public let column: [Rational]
    /// The expected payoffs.
    public let payoffs: PayoffPair
  }

  /// A maximal Nash subset.
  public struct Subset: Hashable, Sendable {
    /// Row strategies; every mixture of them belongs to the subset.
    public let rows: [[Rational]]
    /// Column strategies.
    public let columns: [[Rational]]
    /// Which connected component of the set of equilibria the subset belongs to, from 1.
    public let component: Int
  }

  /// The default number of steps, of all searches together: less than ten seconds where it was measured.
  public static let defaultSteps = 4_000_000_000

  /// The extreme equilibria; pure strategies of the first players' first strategies come first.
  public let extreme: [Equilibrium]
  /// The maximal Nash subsets.
  public let subsets: [Subset]
  /// For each extreme equilibrium the places of the subsets that it belongs to, one at least.
  public let memberships: [[Int]]
  /// Whether some mixture has more best answers than it mixes strategies.
  public let isDegenerate: Bool

  /// Finds the equilibria.
  ///
  /// - Parameters:
  ///   - game: of two players.
  ///   - steps: how many steps the searches may take together.
  /// - Throws: `notTwoPlayers`, `tooMany` or `workLimit`.
  public init(_ game: NormalFormGame, steps: Int = Self.defaultSteps) throws(StrategyError) {
    let payoffs = (try game.table(of: 0), try game.table(of: 1))
    var work = WorkBudget(limit: steps)
    // The rows' mixtures are cut by the columns' payoffs, and the other way round.
    let rows = try BestResponsePolytope(responses: payoffs.1, budget: &work)
    let columns = try BestResponsePolytope(responses: payoffs.0, budget: &work)
    isDegenerate = rows.isDegenerate || columns.isDegenerate
    let graph = try EquilibriumGraph(rows: rows, columns: columns, budget: &work)
    let cliques = try graph.maximalBicliques(budget: &work)
    memberships = try graph.memberships(in: cliques, budget: &work)
    extreme = graph.edges.map { edge in
      let (row, column) = (graph.rows[edge.row], graph.columns[edge.column])
      return Equilibrium(row: row, column: column, payoffs: Self.payoffs(row, column, payoffs))
    }
    subsets = cliques.map { clique in
      Subset(
        rows: clique.rows.map { graph.rows[$0] }, columns: clique.columns.map { graph.columns[$0] },
        component: clique.component)
    }
  }

  /// Whether there are infinitely many equilibria: some subset holds more than one, and so every mixture of them.
  public var areInfinitelyMany: Bool {
    subsets.contains { $0.rows.count > 1 || $0.columns.count > 1 }
  }

  private static func payoffs(
    _ row: [Rational], _ column: [Rational], _ tables: (first: [[Rational]], second: [[Rational]])
  ) -> PayoffPair {
    var (first, second) = (Rational.zero, Rational.zero)
    for (i, p) in row.enumerated() where !p.isZero {
      for (j, q) in column.enumerated() where !q.isZero {
        let weight = p * q
        first = first + weight * tables.first[i][j]
        second = second + weight * tables.second[j][i]
      }
    }
    return PayoffPair(first, second)
  }
}

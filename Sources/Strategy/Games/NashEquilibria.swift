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
///   answered or refused alike on every machine. Every game up to 12 x 12 that was tried is answered.
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

  /// The default number of steps; some ten seconds.
  public static let defaultSteps = 4_000_000_000

  /// The extreme equilibria; pure strategies of the first players' first strategies come first.
  public let extreme: [Equilibrium]
  /// The maximal Nash subsets.
  public let subsets: [Subset]
  /// Whether some mixture has more best answers than it mixes strategies.
  public let isDegenerate: Bool
  /// For each player the strategies that are a best answer to nothing: a mixture dominates them strictly.
  public let neverBestResponses: [[Int]]

  /// Finds the equilibria.
  ///
  /// - Parameters:
  ///   - game: of two players.
  ///   - steps: how many steps each search may take.
  /// - Throws: `notTwoPlayers`, `tooMany`, `tooManyDigits` or `workLimit`.
  public init(_ game: NormalFormGame, steps: Int = Self.defaultSteps) throws(StrategyError) {
    let payoffs = (try game.table(of: 0), try game.table(of: 1))
    var work = WorkBudget(.vertices, limit: steps)
    // The rows' mixtures are cut by the columns' payoffs, and the other way round.
    let rows = try BestResponsePolytope(responses: payoffs.1, budget: &work)
    let columns = try BestResponsePolytope(responses: payoffs.0, budget: &work)
    isDegenerate = rows.isDegenerate || columns.isDegenerate
    neverBestResponses = [
      (0..<rows.size).filter { columns.labels >> UInt64(columns.size + $0) & 1 == 0 },
      (0..<columns.size).filter { rows.labels >> UInt64(rows.size + $0) & 1 == 0 },
    ]
    let graph = try EquilibriumGraph(rows: rows, columns: columns, steps: steps)
    extreme = graph.edges.map { edge in
      let (row, column) = (rows.vertices[edge.row].probabilities, columns.vertices[edge.column].probabilities)
      return Equilibrium(row: row, column: column, payoffs: Self.payoffs(row, column, payoffs))
    }
    subsets = try graph.maximalBicliques(steps: steps).map { clique in
      Subset(
        rows: clique.rows.map { rows.vertices[$0].probabilities },
        columns: clique.columns.map { columns.vertices[$0].probabilities }, component: clique.component)
    }
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

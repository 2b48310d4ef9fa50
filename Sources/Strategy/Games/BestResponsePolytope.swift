/// The mixed strategies of one player, cut into regions by the other's best answers.
///
/// With the other's payoffs B made positive (a constant changes no equilibrium), the polytope {x ≥ 0, B'x ≤ 1} has as
/// its vertices, but for the origin, the extreme points of these regions, each up to its sum. Label i stands for the
/// own strategy i not being played, label m + j for the other's strategy j being a best answer.
///
/// Source: von Stengel (2007), "Equilibrium computation for two-player games", in Algorithmic Game Theory, chapter 3.
struct BestResponsePolytope {
  /// A vertex, as far as it is known before anybody asks for its fractions.
  struct Vertex {
    /// What each strategy's share of ``total`` is.
    let shares: [BigInteger]
    /// The sum of the shares, above zero.
    let total: BigInteger
    let labels: UInt64

    /// The mixed strategy.
    var probabilities: [Rational] { shares.map { Rational($0, overNonzero: total) } }
  }

  let vertices: [Vertex]
  /// m, the number of own strategies.
  let size: Int

  /// Enumerates the vertices.
  ///
  /// - Parameters:
  ///   - responses: the other's payoffs, one row for each of the other's strategies, one column for each own.
  ///   - budget: what the search is paid from.
  /// - Throws: `tooMany` or `workLimit`.
  init(responses: [[Rational]], budget: inout WorkBudget) throws(StrategyError) {
    let size = responses.first?.count ?? 0
    guard size + responses.count + 1 < ExtremeRays.facetLimit else {
      throw .tooMany(.strategies, maximum: ExtremeRays.facetLimit - 2, actual: size + responses.count)
    }
    // z = (x, t): the vertex is x/t, and t > 0 for every ray once a row with positive payoffs has cut.
    var cone = ExtremeRays(dimension: size + 1)
    for row in Self.inequalities(responses) { try cone.cut(row, budget: &budget) }
    let own = (UInt64(1) << UInt64(size)) - 1
    vertices = cone.rays.compactMap { ray in
      let point = ray.coordinates.dropLast()
      let total = point.reduce(BigInteger.zero, +)
      guard !total.isZero else { return nil }
      // Facet bits: own strategies, t (never), then the other's strategies.
      let labels = (ray.facets & own) | ((ray.facets >> UInt64(size + 1)) << UInt64(size))
      return Vertex(shares: Array(point), total: total, labels: labels)
    }
    self.size = size
  }

  /// For each row of payoffs b the numbers of (-Lb', L): b' is b moved above zero, L what makes this row whole.
  ///
  /// A row is scaled alone, so the denominators of one never lengthen the numbers of another.
  private static func inequalities(_ table: [[Rational]]) -> [[BigInteger]] {
    let least = table.joined().map(\.floor).min() ?? .zero
    let shifted = table.map { row in row.map { $0 - Rational(least) } }
    var common = BigInteger.zero
    for payoff in shifted.joined() { common = common.greatestCommonDivisor(payoff.numerator) }
    let divisor = common.isZero ? BigInteger.one : common
    return shifted.map { row in
      var multiple = BigInteger.one
      for payoff in row {
        let shared = multiple.greatestCommonDivisor(payoff.denominator)
        multiple = multiple * payoff.denominator.divided(byNonzero: shared).quotient
      }
      let whole = row.map { payoff in
        let numerator = payoff.numerator.divided(byNonzero: divisor).quotient
        return numerator * multiple.divided(byNonzero: payoff.denominator).quotient + multiple
      }
      return whole.map { -$0 } + [multiple]
    }
  }

  /// Whether some vertex has more labels than dimensions: some mixture has more best answers than it mixes strategies.
  var isDegenerate: Bool { vertices.contains { $0.labels.nonzeroBitCount > size } }
}

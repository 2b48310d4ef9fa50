/// The mixed strategies of one player, cut into regions by the other's best answers.
///
/// With the other's payoffs B made positive (a constant changes no equilibrium), the polytope {x ≥ 0, B'x ≤ 1} has as
/// its vertices, but for the origin, the extreme points of these regions, each up to its sum. Label i stands for the
/// own strategy i not being played, label m + j for the other's strategy j being a best answer.
///
/// Source: von Stengel (2007), "Equilibrium computation for two-player games", in Algorithmic Game Theory, chapter 3.
struct BestResponsePolytope {
  /// A vertex as a mixed strategy.
  struct Vertex {
    let probabilities: [Rational]
    let labels: UInt64
  }

  let vertices: [Vertex]
  /// m, the number of own strategies.
  let size: Int

  /// Enumerates the vertices.
  ///
  /// - Parameters:
  ///   - responses: the other's payoffs, one row for each of the other's strategies, one column for each own.
  ///   - budget: what the search is paid from.
  /// - Throws: `tooMany`, `tooManyDigits` or `workLimit`.
  init(responses: [[Rational]], budget: inout WorkBudget) throws(StrategyError) {
    let size = responses.first?.count ?? 0
    guard size + responses.count + 1 < ExtremeRays.facetLimit else {
      throw .tooMany(.strategies, maximum: ExtremeRays.facetLimit - 2, actual: size + responses.count)
    }
    let rows = try Self.positiveIntegers(responses)
    // z = (x, t): the vertex is x/t, and t > 0 for every ray once a row with positive payoffs has cut.
    var cone = ExtremeRays(dimension: size + 1)
    for row in rows { try cone.cut(row.map { -$0 } + [.one], budget: &budget) }
    let own = (UInt64(1) << UInt64(size)) - 1
    vertices = cone.rays.compactMap { ray in
      let point = ray.coordinates.dropLast()
      let total = point.reduce(BigInteger.zero, +)
      guard !total.isZero else { return nil }
      // Facet bits: own strategies, t (never), then the other's strategies.
      let labels = (ray.facets & own) | ((ray.facets >> UInt64(size + 1)) << UInt64(size))
      return Vertex(probabilities: point.map { Rational($0, overNonzero: total) }, labels: labels)
    }
    self.size = size
  }

  /// The payoffs without denominators, moved above zero.
  private static func positiveIntegers(_ table: [[Rational]]) throws(StrategyError) -> [[BigInteger]] {
    var multiple = BigInteger.one
    for payoff in table.joined() {
      let divisor = multiple.greatestCommonDivisor(payoff.denominator)
      multiple = multiple * payoff.denominator.divided(byNonzero: divisor).quotient
      guard multiple.bitWidth <= 1024 else { throw .tooManyDigits(maximum: 308) }
    }
    let whole = table.map { row in
      row.map { $0.numerator * multiple.divided(byNonzero: $0.denominator).quotient }
    }
    let least = whole.joined().min() ?? .zero
    let shifted = whole.map { row in row.map { $0 - least } }
    var common = BigInteger.zero
    for number in shifted.joined() { common = common.greatestCommonDivisor(number) }
    if common.isZero { common = .one }
    return shifted.map { row in row.map { $0.divided(byNonzero: common).quotient + 1 } }
  }

  /// Whether some vertex has more labels than dimensions: some mixture has more best answers than it mixes strategies.
  var isDegenerate: Bool { vertices.contains { $0.labels.nonzeroBitCount > size } }

  /// The own labels of all vertices together.
  var labels: UInt64 { vertices.reduce(0) { $0 | $1.labels } }
}

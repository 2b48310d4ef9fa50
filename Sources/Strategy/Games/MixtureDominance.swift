/// Whether some mixture of a player's strategies is better than one strategy, whatever the others do.
///
/// The mixture plays a game of two against the others' choices s for the gains d_ks = u_k(s) - u_r(s); it is better against
/// all of them exactly when the value v of that game is above zero. With c so large that M = d + c is positive,
/// 1/(v + c) is the largest Σ q_s with M q ≤ 1, q ≥ 0, which the simplex method climbs to from q = 0; it may stop once
/// c Σ q_s reaches 1. Numbers are whole, all over the last pivot. While steps lead nowhere, Bland's rule chooses them,
/// which keeps the method from going in circles.
///
/// Sources: Osborne & Rubinstein (1994), lemma 60.1; Bland (1977), Mathematics of Operations Research 2, 103-107; Edmonds
/// (1967), Journal of Research of the National Bureau of Standards 71B, 241-245 (whole-number pivots).
struct MixtureDominance {
  /// One row for each other strategy of the player and a last one of minus ones; the last column is the right side.
  private var table: [[BigInteger]]
  /// What every number of the table is over.
  private var denominator = BigInteger.one
  /// Which variable each row stands for, and which each column: q first, then the rows' slacks.
  private var rowVariables: [Int]
  private var columnVariables: [Int]
  private let offset: BigInteger
  /// Whether the last step led nowhere.
  private var isStalled = false

  /// The gains of the other strategies over one, a row for each, a column for each choice of the others.
  private init(_ gains: [[Rational]]) {
    let width = gains.first?.count ?? 0
    // A positive factor for each column changes no sign of what the mixture gains there.
    var factors = [BigInteger](repeating: .one, count: width)
    for row in gains {
      for (place, gain) in row.enumerated() {
        let shared = factors[place].greatestCommonDivisor(gain.denominator)
        factors[place] = factors[place] * gain.denominator.divided(byNonzero: shared).quotient
      }
    }
    let whole = gains.map { row in
      zip(row, factors).map { $0.numerator * $1.divided(byNonzero: $0.denominator).quotient }
    }
    let offset = 1 - (whole.joined().min() ?? .zero)
    self.offset = offset
    let last = [BigInteger](repeating: -1, count: width) + [.zero]
    table = whole.map { row in row.map { $0 + offset } + [.one] } + [last]
    rowVariables = gains.indices.map { width + $0 }
    columnVariables = Array(0..<width)
  }

  /// Whether a mixture of the strategies gains everywhere.
  ///
  /// - Parameters:
  ///   - gains: of the other strategies over the one in question, a row for each, the others' choices across.
  ///   - budget: what the search is paid from.
  /// - Returns: whether the one is strictly dominated.
  /// - Throws: `workLimit`.
  static func exists(
    _ gains: [[Rational]], budget: inout WorkBudget
  ) throws(StrategyError) -> Bool {
    if gains.contains(where: { $0.allSatisfy { $0 > 0 } }) { return true }
    let choices = (gains.first ?? []).indices
    // A best answer to some choice is dominated by nothing; without other strategies it is one.
    if gains.isEmpty || choices.contains(where: { place in gains.allSatisfy { $0[place] <= 0 } }) {
      return false
    }
    var simplex = MixtureDominance(gains)
    while let column = simplex.entering {
      // Every entry of M is positive, so q is bounded and some row limits each step.
      guard let row = simplex.leaving(column) else { return false }
      try simplex.pivot(row, column, budget: &budget)
      if simplex.offset * simplex.reached >= simplex.denominator { return false }
    }
    return true
  }

  /// Σ q over the denominator.
  private var reached: BigInteger { table[rowVariables.count][columnVariables.count] }

  /// The column that raises the sum most for its size, or while stalled that of the first variable.
  private var entering: Int? {
    let costs = table[rowVariables.count]
    let raising = columnVariables.indices.filter { costs[$0].isNegative }
    return isStalled
      ? raising.min { columnVariables[$0] < columnVariables[$1] } : raising.min { costs[$0] < costs[$1] }
  }

  /// The row that limits a column first; the first variable of those that do.
  private func leaving(_ column: Int) -> Int? {
    let right = columnVariables.count
    var best: Int?
    for row in rowVariables.indices where table[row][column] > 0 {
      guard let other = best else {
        best = row
        continue
      }
      let (a, b) = (table[row][right] * table[other][column], table[other][right] * table[row][column])
      if a < b || a == b && rowVariables[row] < rowVariables[other] { best = row }
    }
    return best
  }

  private mutating func pivot(
    _ row: Int, _ column: Int, budget: inout WorkBudget
  ) throws(StrategyError) {
    let (pivot, line) = (table[row][column], table[row])
    let size = WorkBudget.cost([pivot]) * table.count * line.count
    try budget.spend(15 * size, on: .mixtures)
    isStalled = line[line.count - 1].isZero
    for other in table.indices where other != row {
      let factor = table[other][column]
      for place in line.indices where place != column {
        let product = table[other][place] * pivot - factor * line[place]
        table[other][place] = product.divided(byNonzero: denominator).quotient
      }
      table[other][column] = -factor
    }
    table[row][column] = denominator
    denominator = pivot
    (rowVariables[row], columnVariables[column]) = (columnVariables[column], rowVariables[row])
  }
}

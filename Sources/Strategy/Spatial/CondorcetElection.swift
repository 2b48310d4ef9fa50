#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A distribution over positions from pairwise contests between them: the probabilistic Condorcet election.
///
/// With utility u_k(p) = 1 - |x_k - p|/R over the different positions p, actor k gives position i against j the vote
/// w_k f(u_k(i) - u_k(j)) for i > j, w_k being capability times salience (over the largest of all where that is
/// below 0.01); C_ij = 1e-8 + the positive votes, C_ji = 1e-8 - the negative ones. Position i beats j
/// with probability p_ij = g(C_ij)/(g(C_ij) + g(C_ji)).
///
/// - Conditional: the probability that i beats every other, Π_j p_ij, scaled to sum 1.
/// - Markov, uniform: challengers come at random; the stationary P of q_i = Σ_j p_ij (P_i + P_j)/n, by P ← (P + q)/2.
/// - Markov, incentive: challengers come as they can hope to win, c_ij ∝ C_ij p_ij over i; q_i = Σ_j p_ij (P_i c_ji + P_j c_ij).
///
/// Edge Cases:
///
/// - One position: it has probability 1.
/// - An iteration that does not settle: `workLimit`.
///
/// Source: Wise, Lester & Efird (2015), "Multidimensional bargaining using KTAB", KAPSARC; the scalar model of the KTAB
/// library.
public struct CondorcetElection: Equatable, Sendable {
  /// f, how strongly a difference of utility is voted.
  public enum VotingRule: String, CaseIterable, Sendable {
    /// du.
    case proportional = "Proportional"
    /// du³.
    case cubic = "Cubic"
    /// The sign of du.
    case binary = "Binary"
    /// 0.8 du + 0.2 of the sign.
    case proportionalBinary = "PropBin"
    /// Half of du and du³.
    case proportionalCubic = "PropCbc"
    /// Losses count du, gains two thirds of it; a move up the line is what gains or loses, so lower positions gain by it.
    case asymmetricProspect = "ASymProsp"
  }

  /// g, how strength becomes a probability of victory.
  public enum VictoryModel: String, CaseIterable, Sendable {
    /// The strength itself.
    case linear = "Linear"
    /// Its square.
    case square = "Square"
    /// Its fourth power.
    case quartic = "Quartic"
    /// Its eighth power.
    case octic = "Octic"
    /// An advantage of a tenth wins; linear between.
    case binary = "Binary"
  }

  /// How contests make a distribution.
  public enum Procedure: String, CaseIterable, Sendable {
    /// Beat everyone at once.
    case conditional = "Conditional"
    /// Random challengers.
    case markovUniform = "MarkovUniform"
    /// Challengers who can hope to win.
    case markovIncentive = "MarkovIncentive"
  }

  /// The most steps of an iteration.
  public static let stepLimit = 200_000

  /// The different positions in ascending order.
  public let positions: [Double]
  /// The probability of each.
  public let probabilities: [Double]

  /// Holds the election.
  ///
  /// - Parameters:
  ///   - issue: the actors; their weight is capability times salience.
  ///   - range: R, or `nil` for the range of their positions; at least that.
  ///   - votes: the voting rule.
  ///   - victory: the victory model.
  ///   - procedure: the procedure.
  /// - Throws: `outside`, `notRepresentable` or `workLimit`.
  public init(
    _ issue: SpatialIssue, range: Double? = nil, votes: VotingRule = .proportional,
    victory: VictoryModel = .linear, procedure: Procedure = .conditional
  ) throws(StrategyError) {
    let positions = issue.distinctPositions
    let range = range ?? issue.range
    guard range.isFinite, range >= issue.range else {
      throw .outside(.positionRange, value: "\(range)", allowed: "at least \(issue.range)")
    }
    self.positions = positions
    guard positions.count > 1 else {
      probabilities = [1]
      return
    }
    // The floor of 1e-8 must stay one beside the largest weight, and eighth powers must stay finite.
    let heaviest = issue.actors.map(\.weight).max() ?? 1
    let scale = heaviest < 0.01 || heaviest > 1e10 ? heaviest : 1
    var strengths = positions.map { _ in positions.map { _ in 1e-8 } }
    for i in positions.indices {
      for j in 0..<i {
        for actor in issue.actors {
          let here = (actor.position - positions[i]).magnitude / range
          let there = (actor.position - positions[j]).magnitude / range
          let vote = actor.weight / scale * Self.vote(there - here, votes)
          if vote > 0 { strengths[i][j] += vote } else { strengths[j][i] -= vote }
        }
      }
    }
    let wins = positions.indices.map { i in
      positions.indices.map { j in
        i == j ? 0.5 : Self.victory(strengths[i][j], strengths[j][i], victory)
      }
    }
    let found =
      switch procedure {
      case .conditional: Self.conditional(wins)
      case .markovUniform: try Self.stationary(wins, challenges: nil, tolerance: 1e-6)
      case .markovIncentive:
        try Self.stationary(wins, challenges: Self.challenges(strengths, wins), tolerance: 1e-8)
      }
    guard found.allSatisfy(\.isFinite) else { throw .notRepresentable(.probabilities) }
    probabilities = found
  }

  /// The mean of the distribution.
  public var expectedPosition: Double { zip(positions, probabilities).reduce(0) { $0 + $1.0 * $1.1 } }

  private static func vote(_ gain: Double, _ rule: VotingRule) -> Double {
    let sign = gain.magnitude < 1e-8 ? gain / 1e-8 : gain > 0 ? 1 : -1
    switch rule {
    case .proportional: return gain
    case .cubic: return gain * gain * gain
    case .binary: return sign
    case .proportionalBinary: return 0.8 * gain + 0.2 * sign
    case .proportionalCubic: return 0.5 * (gain + gain * gain * gain)
    case .asymmetricProspect: return gain < 0 ? gain : 2 * gain / 3
    }
  }

  private static func victory(_ own: Double, _ other: Double, _ model: VictoryModel) -> Double {
    let power: Double
    switch model {
    case .linear: power = 1
    case .square: power = 2
    case .quartic: power = 4
    case .octic: power = 8
    case .binary:
      if own >= 1.1 * other { return 1 }
      if other >= 1.1 * own { return 0 }
      let (low, high) = (1 / 2.1, 1.1 / 2.1)
      return (own / (own + other) - low) / (high - low)
    }
    // As a ratio, which cannot overflow where the eighth powers would.
    return 1 / (1 + pow(other / own, power))
  }

  private static func conditional(_ wins: [[Double]]) -> [Double] {
    // In logarithms: a product of a hundred small probabilities would vanish.
    let logarithms = wins.map { row in row.reduce(0) { $0 + log($1) } }
    let highest = logarithms.max() ?? 0
    guard highest > -.infinity else { return wins.map { _ in 1 / Double(wins.count) } }
    let weights = logarithms.map { exp($0 - highest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// c_ij, the chance that i challenges when j stands.
  private static func challenges(_ strengths: [[Double]], _ wins: [[Double]]) -> [[Double]] {
    let hopes = strengths.indices.map { i in
      strengths.indices.map { j in strengths[i][j] * wins[i][j] + (i == j ? 1e-10 : 0) }
    }
    let totals = strengths.indices.map { j in hopes.reduce(0) { $0 + $1[j] } }
    return hopes.map { row in zip(row, totals).map { $0 / $1 } }
  }

  private static func stationary(
    _ wins: [[Double]], challenges: [[Double]]?, tolerance: Double
  ) throws(StrategyError) -> [Double] {
    let count = wins.count
    var current = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<stepLimit {
      let next = wins.indices.map { i in
        wins.indices.reduce(0) { sum, j in
          guard let challenges else { return sum + wins[i][j] * (current[i] + current[j]) / Double(count) }
          return sum + wins[i][j] * (current[i] * challenges[j][i] + current[j] * challenges[i][j])
        }
      }
      let middle = zip(current, next).map { 0.5 * ($0 + $1) }
      let change = zip(current, middle).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      current = middle
      if change < tolerance { return current }
    }
    throw .workLimit(.election, steps: stepLimit)
  }
}

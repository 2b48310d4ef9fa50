#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Bueno de Mesquita's expected-utility model of challenges and concessions, round by round.
///
/// R is the range of the first positions and stays; d_ij = |x_i - x_j|/R; actor k has capability c and salience s.
///
/// 1. vote_k(a, b; r) = c_k s_k ((|x_k - b|/R)^r - (|x_k - a|/R)^r).
/// 2. P(i beats j) = Σ_k max(0, vote_k(x_i, x_j; r_k)) / Σ_k Σ_ab |vote_k(x_a, x_b; r_k)|.
/// 3. As p sees it, with success u_s = 2 - 4(½ - ½d)^r_p, failure u_f = 2 - 4(½ + ½d)^r_p, no challenge u_q = 2 - 4(½)^r_p:
///    E_p(i challenges j) = s_j (P u_s + (1 - P) u_f) + (1 - s_j) u_s - u_q.
/// 4. With every r = 1, danger_i = Σ_j E_i(j challenges i), put on [-1, 1] as ρ; then r_i = (1 - ρ/3)/(1 + ρ/3).
/// 5. With a = E_i(i challenges j) and b = E_i(j challenges i): b > a > 0 is a confrontation, i would move to x_j;
///    b > 0 > a and b > |a| a compromise, i would move |a/b| of the way; b > 0 > a and b < |a| a capitulation.
/// 6. Each actor takes the confrontation of the least move, else a compromise, else a capitulation; the first actor in the
///    list wins ties; all move at once.
///
/// The published description leaves the choice among compromises open, hence two rules of ``OfferRule``.
///
/// Edge Cases:
///
/// - Everyone at one position, or dangers all equal: the run ends, with the rounds so far.
/// - The model is kept because people ask for it; on resolved issues it does worse than the weighted mean.
///
/// Sources: Bueno de Mesquita (1994), in European Community Decision Making, chapter 4; Scholz, Calbert & Smith (2011),
/// ICAART 2, 85-94.
public struct ExpectedUtilityModel: Sendable {
  /// How an actor chooses among offers of one kind.
  public enum OfferRule: String, CaseIterable, Sendable {
    /// As in Scholz's program: among compromises the smallest (|a|x_i + |b|x_j)/(|a| + |b|), and no capitulation.
    case program
    /// As the paper can be read: always the least move.
    case paper
  }

  /// What an actor does.
  public enum MoveKind: String, Sendable {
    case confrontation
    case compromise
    case capitulation
  }

  /// One actor's move in a round.
  public struct Move: Equatable, Sendable {
    /// Who moves, as a place in the list.
    public let actor: Int
    /// What it is.
    public let kind: MoveKind
    /// On whose account.
    public let other: Int
    /// a, the mover's expected utility of challenging.
    public let utility: Double
    /// b, that of being challenged, as the mover sees it.
    public let otherUtility: Double
    /// Where the actor goes.
    public let position: Double
  }

  /// The state after a round; round 0 is the beginning.
  public struct Round: Equatable, Sendable {
    /// Everyone's position.
    public let positions: [Double]
    /// The Condorcet winner at these.
    public let median: Double
    /// The weighted mean of these.
    public let mean: Double
    /// r for each actor; empty in round 0.
    public let riskExponents: [Double]
    /// Who moved; empty in round 0.
    public let moves: [Move]
  }

  /// The most rounds.
  public static let roundLimit = 100

  /// The rounds, from 0 on.
  public let rounds: [Round]

  /// Runs the model.
  ///
  /// - Parameters:
  ///   - issue: the actors.
  ///   - rounds: how many rounds, from 0 to ``roundLimit``.
  ///   - offers: the rule for offers.
  /// - Throws: `outside`.
  public init(_ issue: SpatialIssue, rounds: Int, offers: OfferRule = .program) throws(StrategyError) {
    guard (0...Self.roundLimit).contains(rounds) else {
      throw .outside(.rounds, value: "\(rounds)", allowed: "from 0 to \(Self.roundLimit)")
    }
    let (actors, range) = (issue.actors, issue.range)
    func round(_ positions: [Double], _ exponents: [Double], _ moves: [Move]) -> Round {
      Round(
        positions: positions,
        median: SpatialIssue.condorcetWinner(actors, at: positions, range: range),
        mean: SpatialIssue.mean(actors, at: positions), riskExponents: exponents, moves: moves)
    }
    var positions = actors.map(\.position)
    var found = [round(positions, [], [])]
    while found.count <= rounds, range > 0 {
      let field = ChallengeField(actors, at: positions, range: range)
      guard let exponents = field.riskExponents() else { break }
      let moves = field.moves(exponents, offers: offers)
      for move in moves { positions[move.actor] = move.position }
      found.append(round(positions, exponents, moves))
    }
    self.rounds = found
  }
}

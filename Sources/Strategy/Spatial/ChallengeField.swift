#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Everyone's expected utility of challenging everyone, at some positions: steps 1 to 6 of ``ExpectedUtilityModel``.
struct ChallengeField {
  private let actors: [SpatialActor]
  private let positions: [Double]
  private let range: Double

  init(_ actors: [SpatialActor], at positions: [Double], range: Double) {
    self.actors = actors
    self.positions = positions
    self.range = range
  }

  /// P(i beats j) for all pairs, row i.
  private func victories(_ exponents: [Double]) -> [[Double]] {
    let count = actors.count
    // One flat table: its cubic loop takes most of the model's time.
    var support = [Double](repeating: 0, count: count * count)
    var half = 0.0
    for (actor, (position, exponent)) in zip(actors, zip(positions, exponents)) {
      let losses = positions.map { Self.power((position - $0).magnitude / range, exponent) }
      let weight = actor.weight
      for i in 0..<count {
        let own = losses[i]
        for j in 0..<i {
          // What i gains over j is what j loses.
          let vote = weight * (losses[j] - own)
          half += vote.magnitude
          if vote > 0 { support[i * count + j] += vote } else { support[j * count + i] -= vote }
        }
      }
    }
    let total = 2 * half
    let shares = total > 0 ? support.map { $0 / total } : support
    return (0..<count).map { Array(shares[$0 * count..<($0 + 1) * count]) }
  }

  /// A power, without the work of one where the exponent is 1.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    exponent == 1 ? base : pow(base, exponent)
  }

  /// E_p(i challenges j).
  private func utility(
    of challenger: Int, against target: Int, winning probability: Double, exponent: Double
  ) -> Double {
    let distance = (positions[challenger] - positions[target]).magnitude / range
    let success = 2 - 4 * Self.power(0.5 - 0.5 * distance, exponent)
    let failure = 2 - 4 * Self.power(0.5 + 0.5 * distance, exponent)
    let quiet = 2 - 4 * Self.power(0.5, exponent)
    let salience = actors[target].salience
    let contested = probability * success + (1 - probability) * failure
    return salience * contested + (1 - salience) * success - quiet
  }

  /// r for each actor, or `nil` when all are in equal danger.
  func riskExponents() -> [Double]? {
    let victories = victories(actors.map { _ in 1 })
    let dangers = actors.indices.map { own in
      actors.indices.reduce(0) { sum, other in
        guard other != own else { return sum }
        return sum + utility(of: other, against: own, winning: victories[other][own], exponent: 1)
      }
    }
    guard let highest = dangers.max(), let lowest = dangers.min(), highest > lowest else { return nil }
    return dangers.map { danger in
      let ratio = (2 * danger - highest - lowest) / (highest - lowest)
      return (1 - ratio / 3) / (1 + ratio / 3)
    }
  }

  /// What everyone does, in the order of the actors; who stays is not listed.
  func moves(_ exponents: [Double], offers: ExpectedUtilityModel.OfferRule) -> [ExpectedUtilityModel.Move] {
    let victories = victories(exponents)
    return actors.indices.compactMap { own in
      var best: (move: ExpectedUtilityModel.Move, key: (Int, Double))?
      for other in actors.indices where positions[other] != positions[own] {
        let a = utility(of: own, against: other, winning: victories[own][other], exponent: exponents[own])
        let b = utility(of: other, against: own, winning: victories[other][own], exponent: exponents[own])
        guard let (kind, goal) = offer(from: own, to: other, a, b, offers) else { continue }
        let move = ExpectedUtilityModel.Move(
          actor: own, kind: kind, other: other, utility: a, otherUtility: b, position: goal)
        let key = rank(move, offers)
        if key < best?.key ?? (.max, 0) { best = (move, key) }
      }
      return best?.move
    }
  }

  private func offer(
    from own: Int, to other: Int, _ a: Double, _ b: Double, _ rule: ExpectedUtilityModel.OfferRule
  ) -> (ExpectedUtilityModel.MoveKind, Double)? {
    guard b > 0 else { return nil }
    if a > 0 { return b > a ? (.confrontation, positions[other]) : nil }
    guard a < 0 else { return nil }
    if b > a.magnitude {
      let share = (a / b).magnitude
      return (.compromise, positions[own] + (positions[other] - positions[own]) * share)
    }
    return rule == .paper && b < a.magnitude ? (.capitulation, positions[other]) : nil
  }

  /// The lowest is taken: first by kind, then by the rule.
  private func rank(
    _ move: ExpectedUtilityModel.Move, _ rule: ExpectedUtilityModel.OfferRule
  ) -> (Int, Double) {
    let distance = (move.position - positions[move.actor]).magnitude
    switch move.kind {
    case .confrontation: return (0, distance)
    case .capitulation: return (2, distance)
    case .compromise:
      guard rule == .program else { return (1, distance) }
      let (a, b) = (move.utility.magnitude, move.otherUtility.magnitude)
      return (1, (a * positions[move.actor] + b * positions[move.other]) / (a + b))
    }
  }
}

/// Where an issue would be settled when its inputs are known within ranges only: the mean, over the draws of a
/// ``SpatialSensitivity``, of the distributions of the probabilistic Condorcet election.
///
/// p(x) = (1/n) Σ_d p_d(x), p_d the election of the d-th drawn issue with the default options. The central inputs alone
/// would put all probability on as many points as there are positions.
///
/// Sources: those of ``CondorcetElection``.
public struct ElectionMixture: Equatable, Sendable {
  /// The different positions of all draws in ascending order.
  public let positions: [Double]
  /// The probability of each.
  public let probabilities: [Double]

  /// The mixture.
  ///
  /// - Parameter sensitivity: the drawn issues.
  /// - Throws: what an election throws.
  public init(_ sensitivity: SpatialSensitivity) throws(StrategyError) {
    var found: [(position: Double, probability: Double)] = []
    let share = 1 / Double(sensitivity.draws)
    for draw in 0..<sensitivity.draws {
      let election = try CondorcetElection(try sensitivity.issue(draw))
      for (position, probability) in zip(election.positions, election.probabilities) {
        found.append((position, probability * share))
      }
    }
    found.sort { $0.position < $1.position }
    var positions: [Double] = []
    var probabilities: [Double] = []
    for (position, probability) in found {
      if positions.last == position, let last = probabilities.indices.last {
        probabilities[last] += probability
      } else {
        positions.append(position)
        probabilities.append(probability)
      }
    }
    self.positions = positions
    self.probabilities = probabilities
  }

  /// The mean.
  public var mean: Double {
    var sum = 0.0
    for (position, probability) in zip(positions, probabilities) { sum += position * probability }
    return sum
  }

  /// The position below which a share of the probability lies.
  ///
  /// - Parameter level: from 0 to 1.
  /// - Returns: the first position at which the cumulated probability reaches the level.
  public func quantile(_ level: Double) -> Double {
    var cumulated = 0.0
    for (position, probability) in zip(positions, probabilities) {
      cumulated += probability
      if level <= cumulated { return position }
    }
    // The probabilities may add up to a little less than one.
    return positions.last ?? 0
  }

  /// Equally likely positions that stand for the distribution.
  ///
  /// - Parameter count: how many, n.
  /// - Returns: the quantiles at (i + 1/2)/n, ascending.
  public func points(_ count: Int) -> [Double] {
    var points: [Double] = []
    var (place, cumulated) = (0, probabilities.first ?? 1)
    for index in 0..<max(count, 0) {
      let level = (Double(index) + 0.5) / Double(count)
      while level > cumulated, place + 1 < positions.count {
        place += 1
        cumulated += probabilities[place]
      }
      points.append(positions[place])
    }
    return points
  }
}

/// An issue on a line, and the actors who pull at it.
///
/// Edge Cases:
///
/// - One actor at least, ``actorLimit`` at most; names differ; some weight is above zero.
/// - All at one position: every outcome is that position.
///
/// Sources: Black (1948), Journal of Political Economy 56, 23-34 (median); Achen (2006), in The European Union Decides,
/// chapter 10 (mean).
public struct SpatialIssue: Equatable, Sendable {
  /// The most actors; the challenge model's work grows with their third power.
  public static let actorLimit = 100

  /// Sums of a hundred weights are off by less than this share of their total.
  private static let roundingShare = 1e-12

  /// The actors in their order.
  public let actors: [SpatialActor]

  /// An issue.
  ///
  /// - Parameter actors: with different names.
  /// - Throws: `tooFew`, `tooMany`, `duplicate`, or `outside` where nobody cares or nobody who does has weight.
  public init(_ actors: [SpatialActor]) throws(StrategyError) {
    guard !actors.isEmpty else { throw .tooFew(.actors, minimum: 1, actual: 0) }
    guard actors.count <= Self.actorLimit else {
      throw .tooMany(.actors, maximum: Self.actorLimit, actual: actors.count)
    }
    var seen: Set<String> = []
    for actor in actors where !seen.insert(actor.name).inserted {
      throw .duplicate(.actors, name: actor.name)
    }
    guard actors.contains(where: { $0.salience > 0 }) else {
      throw .outside(.salience, value: "0 for everyone", allowed: "above 0 for someone")
    }
    guard actors.contains(where: { $0.weight > 0 }) else {
      throw .outside(
        .capability, value: "0 for everyone who cares", allowed: "above 0 for someone with salience")
    }
    self.actors = actors
  }

  /// The largest difference of positions, R.
  public var range: Double {
    (actors.map(\.position).max() ?? 0) - (actors.map(\.position).min() ?? 0)
  }

  /// The different positions in ascending order.
  public var distinctPositions: [Double] { Set(actors.map(\.position)).sorted() }

  /// The mean of positions, weighted by capability times salience.
  public var weightedMean: Double { Self.mean(actors, at: actors.map(\.position)) }

  /// The mean of positions, every actor alike.
  public var unweightedMean: Double {
    actors.reduce(0) { $0 + $1.position } / Double(actors.count)
  }

  /// The smallest position at which the cumulated weight reaches half, but for rounding.
  public var weightedMedian: Double {
    let total = actors.reduce(0) { $0 + $1.weight }
    var reached = 0.0
    for actor in actors.sorted(by: { $0.position < $1.position }) {
      reached += actor.weight
      if 2 * reached >= total * (1 - Self.roundingShare) { return actor.position }
    }
    return actors.map(\.position).max() ?? 0
  }

  /// The position that beats every other in a weighted vote in which preference falls with distance.
  ///
  /// The positions are gone through in ascending order; one is replaced only by a positive vote, one of zero but for
  /// rounding being a tie.
  public var condorcetWinner: Double {
    Self.condorcetWinner(actors, at: actors.map(\.position), range: range)
  }

  /// The weighted mean when the actors have moved.
  static func mean(_ actors: [SpatialActor], at positions: [Double]) -> Double {
    var (total, sum) = (0.0, 0.0)
    for (actor, position) in zip(actors, positions) {
      total += actor.weight
      sum += actor.weight * position
    }
    return sum / total
  }

  /// The winner when the actors have moved, distances measured by a range that stays.
  static func condorcetWinner(_ actors: [SpatialActor], at positions: [Double], range: Double) -> Double {
    let options = Set(positions).sorted()
    guard var best = options.first, range > 0 else { return positions.first ?? 0 }
    let total = actors.reduce(0) { $0 + $1.weight }
    for challenger in options.dropFirst() {
      var vote = 0.0
      for (actor, position) in zip(actors, positions) {
        let gain = (position - best).magnitude / range - (position - challenger).magnitude / range
        vote += actor.weight * gain
      }
      if vote > roundingShare * total { best = challenger }
    }
    return best
  }
}

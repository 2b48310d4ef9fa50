public import Probability

/// The scores of all replayed rounds together.
public struct ReplaySummary: Sendable {
  /// How often intervals of one level held what happened.
  public struct Coverage: Sendable, Equatable {
    /// Which of the model's forecasts.
    public let sight: ReplayedRound.Sight
    /// The nominal level.
    public let level: Double
    /// Hits of rounds.
    public let coverage: IntervalCoverage
    /// Clopper and Pearson's 95 % interval of the true rate.
    public let interval: ClosedRange<Double>
  }

  /// The levels of the central intervals.
  public static let levels = [0.5, 0.8, 0.9]

  /// The rounds.
  public let rounds: [ReplayedRound]
  /// The model against each baseline that has rounds, their probabilities corrected together for each sight, and with the
  /// ask against without it.
  public let comparisons: [ReplayComparison]
  /// Coverage by sight and level.
  public let coverages: [Coverage]
  /// The model fitted on other allies' rounds only against no change with the past spread; `nil` without such rounds.
  public let withoutOwnRounds: ReplayComparison?

  /// The summary of at least one round.
  ///
  /// - Parameter rounds: replayed rounds.
  /// - Throws: ``NegotiationError``.
  public init(_ rounds: [ReplayedRound]) throws(NegotiationError) {
    guard !rounds.isEmpty else { throw .tooFewRounds(fit: "summary of replays", found: 0, needed: 1) }
    self.rounds = rounds
    do {
      var comparisons: [ReplayComparison] = []
      for sight in ReplayedRound.Sight.allCases {
        var family: [ReplayComparison] = []
        for baseline in ReplayBaseline.allCases {
          let pairs = Self.pairs(rounds) { round in
            round.scores[sight].flatMap { own in
              round.baselines[baseline].map { (round.relative(own), round.relative($0)) }
            }
          }
          guard !pairs.isEmpty else { continue }
          family.append(try ReplayComparison(sight, against: baseline.rawValue, pairs))
        }
        comparisons += ReplayComparison.corrected(family)
      }
      let pairs = Self.pairs(rounds) { round in
        // Where neither ask nor offer was public the two are one forecast.
        guard round.ask != nil || round.offer != nil else { return nil }
        return round.scores[.withAsk].flatMap { own in
          round.scores[.withoutAsk].map { (round.relative(own), round.relative($0)) }
        }
      }
      if !pairs.isEmpty { comparisons.append(try ReplayComparison(.withAsk, against: "without-ask", pairs)) }
      self.comparisons = comparisons
      let foreign = Self.pairs(rounds) { round in
        round.withoutOwnRounds.flatMap { own in
          round.baselines[.noChangeSpread].map { (round.relative(own), round.relative($0)) }
        }
      }
      withoutOwnRounds =
        foreign.isEmpty
        ? nil : try ReplayComparison(.withAsk, against: ReplayBaseline.noChangeSpread.rawValue, foreign)
      coverages = try Self.coverages(rounds)
    } catch { throw .noConvergence(fit: "summary of replays", reason: "\(error)") }
  }

  /// The comparison with a baseline.
  ///
  /// - Parameters:
  ///   - baseline: the baseline.
  ///   - sight: which of the model's forecasts.
  /// - Returns: `nil` where no round has that baseline.
  public func comparison(
    with baseline: ReplayBaseline, _ sight: ReplayedRound.Sight = .withAsk
  ) -> ReplayComparison? {
    comparisons.first { $0.against == baseline.rawValue && $0.sight == sight }
  }

  private typealias Pair = (model: BaselineScore, other: BaselineScore)

  private static func pairs(_ rounds: [ReplayedRound], _ pair: (ReplayedRound) -> Pair?) -> [Pair] {
    rounds.compactMap(pair)
  }

  private static func coverages(_ rounds: [ReplayedRound]) throws(ProbabilityError) -> [Coverage] {
    var coverages: [Coverage] = []
    for sight in ReplayedRound.Sight.allCases {
      for (place, level) in levels.enumerated() {
        let hits = rounds.compactMap { $0.scores[sight]?.hits[place] }
        let coverage = try IntervalCoverage(hits: hits.count { $0 }, count: hits.count)
        coverages.append(
          Coverage(
            sight: sight, level: level, coverage: coverage,
            interval: try coverage.confidenceInterval(confidence: 0.95)))
      }
    }
    return coverages
  }
}

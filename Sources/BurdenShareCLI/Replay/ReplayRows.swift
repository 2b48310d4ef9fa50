import Negotiation
import Probability
import Reporting
import Series

/// The rows of `replay`'s tables.
enum ReplayRows {
  /// A row for each round.
  static func rounds(_ rounds: [ReplayedRound], _ sight: ReplayedRound.Sight) -> [[Cell]] {
    rounds.compactMap { round in
      guard let score = round.scores[sight] else { return nil }
      return [
        .text(round.round.identifier), .text(round.round.ally), .text(round.round.posture.rawValue),
        .text("\(round.date)"), .text(round.round.measure), .text(round.round.unit.symbol),
        .number(score.mean), .number(score.quantiles[0]), .number(score.quantiles[3]),
        .number(score.quantiles[6]), .number(round.actual), .number(score.amountScore),
        .optional(round.baselines[.noChangeSpread]?.amountScore),
        .number(score.probabilityIntegralTransform),
      ]
    }
  }

  /// Comparisons, then mean interval scores, then coverage.
  static func scores(_ summary: ReplaySummary) -> [[Cell]] {
    // What an ally can expect whose own rounds were not there to choose the priors by.
    var rows = summary.withoutOwnRounds.map { [comparison($0, "crps-without-own-rounds")] } ?? []
    rows += summary.comparisons.map { comparison($0, "crps") }
    for sight in ReplayedRound.Sight.allCases {
      let scores = summary.rounds.compactMap { $0.scores[sight]?.weightedIntervalScore }
      rows.append(
        [.text(sight.rawValue), .text("wis"), .missing, .integer(scores.count)]
          + [.number(scores.reduce(0, +) / Double(scores.count))]
          + [Cell](repeating: .missing, count: 7))
    }
    for item in summary.coverages {
      rows.append([
        .text(item.sight.rawValue), .text("coverage-\(Int((100 * item.level).rounded()))"), .missing,
        .integer(item.coverage.count), .number(item.coverage.rate), .number(item.level), .missing, .missing,
        .missing, .missing, .number(item.interval.lowerBound), .number(item.interval.upperBound),
      ])
    }
    return rows
  }

  private static func comparison(_ comparison: ReplayComparison, _ score: String) -> [Cell] {
    [
      .text(comparison.sight.rawValue), .text(score), .text(comparison.against), .integer(comparison.rounds),
      .number(comparison.score), .number(comparison.otherScore), .optional(comparison.skill),
      .number(comparison.probability), .number(comparison.adjustedProbability),
      .text(comparison.isShown ? "shown" : "not shown"), .missing, .missing,
    ]
  }

  /// A row for each condition.
  static func checks(_ checks: [ReplayCheck]) -> [[Cell]] {
    checks.map { check in
      [
        .text(check.name), .number(check.value), .optional(check.atLeast), .optional(check.atMost),
        .text(check.isPassed ? "yes" : "no"),
      ]
    }
  }

  /// A row for each event.
  static func events(_ summaries: [EventSummary]) -> [[Cell]] {
    summaries.map { summary in
      [
        .text(summary.event.rawValue), .integer(summary.counts.cases), .integer(summary.counts.happened),
        .number(summary.brier), .number(summary.frequencyBrier), .optional(summary.skill),
        .number(summary.probability), .number(summary.adjustedProbability),
        .text(summary.isShown ? "shown" : "not shown"),
        .number(summary.murphy.reliability), .number(summary.murphy.resolution),
        .number(summary.murphy.uncertainty), .number(summary.murphy.withinBins),
      ]
    }
  }

  /// A row for each round and event.
  static func talks(_ talks: [ReplayedTalks]) -> [[Cell]] {
    talks.flatMap { talk in
      ReplayedTalks.Event.allCases.map { event in
        [
          .text(talk.round.identifier), .text(talk.round.ally), .text(talk.round.posture.rawValue),
          .text("\(talk.date)"), .text(event.rawValue), .optional(talk.probabilities[event]),
          .optional(talk.frequencies[event]), .text(talk.outcomes[event] == true ? "yes" : "no"),
        ]
      }
    }
  }

  /// A row for each fifth.
  static func transforms(_ rounds: [ReplayedRound], _ sight: ReplayedRound.Sight) -> [[Cell]] {
    let fifths = 5
    let values = rounds.compactMap { $0.scores[sight]?.probabilityIntegralTransform }
    return (0..<fifths).map { fifth in
      let count = values.count { min(Int($0 * Double(fifths)), fifths - 1) == fifth }
      return [
        .text(sight.rawValue), .number(Double(fifth) / Double(fifths)),
        .number(Double(fifth + 1) / Double(fifths)), .integer(count),
        .number(Double(values.count) / Double(fifths)),
      ]
    }
  }
}

import Probability
import TestSupport
import Testing

@Suite struct WeightedIntervalScoreTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("weighted_interval_score", count: 2) {
      let intervals = try #require(reference.intervals).map {
        try PredictionInterval(lower: $0.lower, upper: $0.upper, level: 1 - $0.alpha)
      }
      let score = try WeightedIntervalScore.score(
        median: #require(reference.median), intervals: intervals,
        observation: #require(reference.observation))
      #expect(agrees(score, try #require(reference.wis)))
    }
  }

  @Test func isTwiceTheMeanPinballLoss() throws {
    let forecast = try Normal(mean: 10, standardDeviation: 3)
    let levels = [0.05, 0.25, 0.5, 0.75, 0.95]
    let quantiles = try levels.map { try forecast.quantile($0) }
    let intervals = [try forecast.interval(level: 0.9), try forecast.interval(level: 0.5)]
    for observation in [2.0, 10, 14] {
      // Ten roundings or so on either side.
      #expect(
        relativeDifference(
          try WeightedIntervalScore.score(median: 10, intervals: intervals, observation: observation),
          2 * (try PinballLoss.meanScore(quantiles: quantiles, levels: levels, observation: observation)))
          < 1e-14)
    }
  }

  @Test func withoutIntervalsItIsTheAbsoluteError() throws {
    #expect(try WeightedIntervalScore.score(median: 3, intervals: [], observation: 5) == 2)
  }

  @Test func refusesWhatHasNoScore() {
    #expect(throws: ProbabilityError.notFinite(.median)) {
      try WeightedIntervalScore.score(median: .nan, intervals: [], observation: 5)
    }
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try WeightedIntervalScore.score(median: 3, intervals: [], observation: .nan)
    }
    #expect(throws: ProbabilityError.notRepresentable(.weightedIntervalScore)) {
      try WeightedIntervalScore.score(median: -1.7e308, intervals: [], observation: 1.7e308)
    }
  }
}

import Probability
import Testing

@Suite struct IntervalScoreTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("interval", count: 3) {
      let interval = try PredictionInterval(
        lower: #require(reference.lower?.values.first), upper: #require(reference.upper?.values.first),
        level: 1 - #require(reference.alpha))
      let score = try IntervalScore.score(interval, observation: #require(reference.observation))
      #expect(agrees(score, try #require(reference.interval_score)))
    }
  }

  @Test func insideItIsTheWidth() throws {
    let interval = try PredictionInterval(lower: 1, upper: 4, level: 0.5)
    for observation in [1, 2, 4] as [Double] {
      #expect(try IntervalScore.score(interval, observation: observation) == 3)
    }
    // 2/α = 4 for each unit outside.
    #expect(try IntervalScore.score(interval, observation: 6) == 11)
    #expect(try IntervalScore.score(interval, observation: -1) == 11)
  }

  @Test func refusesWhatHasNoScore() throws {
    let interval = try PredictionInterval(lower: 1, upper: 4, level: 0.5)
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try IntervalScore.score(interval, observation: .nan)
    }
    #expect(throws: ProbabilityError.notRepresentable(.intervalScore)) {
      try IntervalScore.score(interval, observation: 1e308)
    }
  }
}

import Probability
import Testing

@Suite struct RankedProbabilityScoreTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("ranked_probability", count: 2) {
      let forecast = try CategoryForecast(probabilities: #require(reference.probabilities))
      let observed = try #require(reference.observed_category_index)
      #expect(
        agrees(
          try RankedProbabilityScore.score(forecast, observed: observed),
          try #require(reference.rps_unnormalised)))
      #expect(
        agrees(
          try RankedProbabilityScore.normalizedScore(forecast, observed: observed),
          try #require(reference.rps_divided_by_categories_minus_1)))
    }
  }

  @Test func distanceCounts() throws {
    let forecast = try CategoryForecast(probabilities: [1, 0, 0])
    #expect(try RankedProbabilityScore.score(forecast, observed: 0) == 0)
    #expect(try RankedProbabilityScore.score(forecast, observed: 1) == 1)
    #expect(try RankedProbabilityScore.score(forecast, observed: 2) == 2)
    #expect(try RankedProbabilityScore.normalizedScore(forecast, observed: 2) == 1)
  }

  @Test func refusesAnUnknownCategory() {
    #expect(throws: ProbabilityError.unknownCategory(index: 2, count: 2)) {
      try RankedProbabilityScore.score(CategoryForecast(probabilities: [0.5, 0.5]), observed: 2)
    }
  }
}

import Probability
import Testing

@Suite struct BrierScoreTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("binary", count: 3) {
      let forecasts = try EventForecasts(reference)
      let each = try zip(forecasts.probabilities, forecasts.outcomes).map {
        try BrierScore.score(probability: $0, outcome: $1)
      }
      #expect(zip(each, try #require(reference.brier_each)).allSatisfy { agrees($0, $1) })
      let mean = BrierScore.meanScore(forecasts)
      #expect(agrees(mean, try #require(reference.brier_mean)))
      #expect(agrees(2 * mean, try #require(reference.good_judgment_two_category_brier_mean)))
      #expect(
        agrees(try #require(BrierScore.skill(forecasts)), try #require(reference.brier_skill_vs_base_rate)))
    }
    for reference in try ScoreReferences.cases("ranked_probability", count: 2) {
      let score = try BrierScore.multicategoryScore(
        CategoryForecast(probabilities: #require(reference.probabilities)),
        observed: #require(reference.observed_category_index))
      #expect(agrees(score, try #require(reference.multicategory_brier)))
    }
  }

  @Test func twoCategoriesCountTwice() throws {
    let forecast = try CategoryForecast(probabilities: [0.75, 0.25])
    #expect(
      try BrierScore.multicategoryScore(forecast, observed: 0)
        == 2 * BrierScore.score(probability: 0.75, outcome: true))
  }

  @Test func skillNeedsBothOutcomes() throws {
    #expect(BrierScore.skill(try EventForecasts(probabilities: [0.4, 0.6], outcomes: [true, true])) == nil)
  }

  @Test func refusesWhatHasNoScore() {
    #expect(throws: ProbabilityError.outsideUnitInterval(.probability, value: 1.5)) {
      try BrierScore.score(probability: 1.5, outcome: true)
    }
    #expect(throws: ProbabilityError.notFinite(.probability)) {
      try BrierScore.score(probability: .nan, outcome: true)
    }
    #expect(throws: ProbabilityError.unknownCategory(index: 2, count: 2)) {
      try BrierScore.multicategoryScore(CategoryForecast(probabilities: [0.5, 0.5]), observed: 2)
    }
  }
}

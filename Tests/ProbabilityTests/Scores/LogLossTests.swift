import Probability
import Testing

@Suite struct LogLossTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("binary", count: 3) {
      let loss = try LogLoss.meanScore(EventForecasts(reference))
      #expect(agrees(loss, try #require(reference.log_loss_mean)))
    }
    for reference in try ScoreReferences.cases("ranked_probability", count: 2) {
      let loss = try LogLoss.score(
        CategoryForecast(probabilities: #require(reference.probabilities)),
        observed: #require(reference.observed_category_index))
      #expect(agrees(loss, try #require(reference.log_score)))
    }
  }

  @Test func certaintyThatHeldCostsNothing() throws {
    #expect(try LogLoss.meanScore(EventForecasts(probabilities: [1, 0], outcomes: [true, false])) == 0)
  }

  @Test func refusesAnInfiniteLoss() {
    #expect(throws: ProbabilityError.notRepresentable(.logLoss, index: 1)) {
      try LogLoss.meanScore(EventForecasts(probabilities: [0.5, 0], outcomes: [true, true]))
    }
    #expect(throws: ProbabilityError.notRepresentable(.logLoss, index: 0)) {
      try LogLoss.meanScore(EventForecasts(probabilities: [1], outcomes: [false]))
    }
    #expect(throws: ProbabilityError.notRepresentable(.logLoss, index: 1)) {
      try LogLoss.score(CategoryForecast(probabilities: [1, 0]), observed: 1)
    }
    #expect(throws: ProbabilityError.unknownCategory(index: -1, count: 2)) {
      try LogLoss.score(CategoryForecast(probabilities: [0.5, 0.5]), observed: -1)
    }
  }
}

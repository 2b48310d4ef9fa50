import Probability
import Testing

@Suite struct PinballLossTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("quantile", count: 3) {
      let loss = try PinballLoss.score(
        quantile: #require(reference.quantile), level: #require(reference.level),
        observation: #require(reference.observation))
      #expect(agrees(loss, try #require(reference.pinball_loss)))
    }
  }

  @Test func refusesWhatHasNoLoss() {
    #expect(throws: ProbabilityError.notFinite(.quantiles)) {
      try PinballLoss.score(quantile: .nan, level: 0.5, observation: 1)
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.level, value: 0)) {
      try PinballLoss.score(quantile: 1, level: 0, observation: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try PinballLoss.score(quantile: 1, level: 0.5, observation: .nan)
    }
    #expect(throws: ProbabilityError.notRepresentable(.pinballLoss)) {
      try PinballLoss.score(quantile: -1.7e308, level: 0.9, observation: 1.7e308)
    }
    #expect(throws: ProbabilityError.tooFew(.quantiles, minimum: 1, actual: 0)) {
      try PinballLoss.meanScore(quantiles: [], levels: [], observation: 1)
    }
    #expect(throws: ProbabilityError.lengthMismatch(.levels, expected: 1, actual: 2)) {
      try PinballLoss.meanScore(quantiles: [1], levels: [0.1, 0.2], observation: 1)
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.levels, value: 1, index: 1)) {
      try PinballLoss.meanScore(quantiles: [1, 2], levels: [0.1, 1], observation: 1)
    }
  }
}

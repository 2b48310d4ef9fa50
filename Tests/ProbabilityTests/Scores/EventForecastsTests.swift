import Probability
import Testing

@Suite struct EventForecastsTests {
  @Test func baseRateIsTheShareThatHappened() throws {
    let forecasts = try EventForecasts(probabilities: [0, 0.3, 1, 0.5], outcomes: [false, true, true, true])
    #expect(forecasts.baseRate == 0.75)
  }

  @Test func refusesWhatIsNoForecast() {
    #expect(throws: ProbabilityError.tooFew(.probabilities, minimum: 1, actual: 0)) {
      try EventForecasts(probabilities: [], outcomes: [])
    }
    #expect(throws: ProbabilityError.lengthMismatch(.outcomes, expected: 2, actual: 1)) {
      try EventForecasts(probabilities: [0.1, 0.2], outcomes: [true])
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.probabilities, value: 1.2, index: 1)) {
      try EventForecasts(probabilities: [0.1, 1.2], outcomes: [true, false])
    }
    #expect(throws: ProbabilityError.notFinite(.probabilities, index: 0)) {
      try EventForecasts(probabilities: [.nan], outcomes: [true])
    }
  }
}

extension EventForecasts {
  init(_ reference: ScoreReferences.Case) throws {
    try self.init(
      probabilities: #require(reference.probabilities), outcomes: #require(reference.outcomes).map { $0 == 1 }
    )
  }
}

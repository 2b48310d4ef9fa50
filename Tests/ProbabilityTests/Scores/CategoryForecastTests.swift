import Probability
import Testing

@Suite struct CategoryForecastTests {
  @Test func refusesWhatIsNoForecast() {
    #expect(throws: ProbabilityError.tooFew(.probabilities, minimum: 2, actual: 1)) {
      try CategoryForecast(probabilities: [1])
    }
    #expect(throws: ProbabilityError.notSummingToOne(.probabilities, total: 0.75)) {
      try CategoryForecast(probabilities: [0.5, 0.25])
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.probabilities, value: -0.5, index: 0)) {
      try CategoryForecast(probabilities: [-0.5, 1.5])
    }
    #expect(throws: ProbabilityError.notFinite(.probabilities, index: 1)) {
      try CategoryForecast(probabilities: [0.5, .nan])
    }
  }

  @Test func takesProbabilitiesThatWereRounded() throws {
    let third = 0.3333333333
    #expect(try CategoryForecast(probabilities: [third, third, third]).probabilities.count == 3)
  }
}

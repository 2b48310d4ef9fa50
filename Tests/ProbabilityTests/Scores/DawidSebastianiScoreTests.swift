import Probability
import Testing

@Suite struct DawidSebastianiScoreTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("normal", count: 3) {
      let forecast = try Normal(
        mean: #require(reference.mean), standardDeviation: #require(reference.sd))
      let score = try DawidSebastianiScore.score(forecast, observation: #require(reference.observation))
      #expect(agrees(score, try #require(reference.dss)))
    }
  }

  @Test func refusesWhatHasNoScore() {
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try DawidSebastianiScore.score(Normal.standard, observation: .infinity)
    }
    #expect(throws: ProbabilityError.undefined(.mean)) {
      try DawidSebastianiScore.score(StudentT(degreesOfFreedom: 1), observation: 0)
    }
    #expect(throws: ProbabilityError.undefined(.variance)) {
      try DawidSebastianiScore.score(StudentT(degreesOfFreedom: 2), observation: 0)
    }
    #expect(throws: ProbabilityError.notRepresentable(.dawidSebastianiScore)) {
      try DawidSebastianiScore.score(Normal.standard, observation: 1e200)
    }
  }
}

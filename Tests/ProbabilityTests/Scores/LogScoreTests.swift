import Probability
import Testing

@Suite struct LogScoreTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("normal", count: 3) {
      try check(
        reference,
        Normal(mean: #require(reference.mean), standardDeviation: #require(reference.sd)))
    }
    for reference in try ScoreReferences.cases("student_t", count: 2) {
      try check(
        reference,
        StudentT(
          degreesOfFreedom: #require(reference.df), location: #require(reference.location),
          scale: #require(reference.scale)))
    }
    for reference in try ScoreReferences.cases("lognormal", count: 2) {
      try check(
        reference,
        LogNormal(
          logarithm: Normal(
            mean: #require(reference.mulog), standardDeviation: #require(reference.sdlog))))
    }
    for reference in try ScoreReferences.cases("normal_mixture", count: 2) {
      try check(reference, mixture(reference))
    }
  }

  /// The log score and the probability integral transform of the same case.
  private func check(
    _ reference: ScoreReferences.Case, _ forecast: some ContinuousDistribution
  ) throws {
    let observation = try #require(reference.observation)
    #expect(
      agrees(try LogScore.score(forecast, observation: observation), try #require(reference.log_score)))
    #expect(
      agrees(
        try ProbabilityIntegralTransform.value(forecast, observation: observation),
        try #require(reference.pit)))
  }

  @Test func refusesWhatHasNoScore() {
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try LogScore.score(Normal.standard, observation: .nan)
    }
    // Ruled out: a lognormal variable is never negative.
    #expect(throws: ProbabilityError.notRepresentable(.logScore)) {
      try LogScore.score(LogNormal(logarithm: .standard), observation: -1)
    }
  }
}

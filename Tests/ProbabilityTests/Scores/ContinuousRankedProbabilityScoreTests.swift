import Probability
import TestSupport
import Testing

@Suite struct ContinuousRankedProbabilityScoreTests {
  typealias Score = ContinuousRankedProbabilityScore

  @Test func normalMatchesReferences() throws {
    for reference in try ScoreReferences.cases("normal", count: 3) {
      let forecast = try Normal(
        mean: #require(reference.mean), standardDeviation: #require(reference.sd))
      let observation = try #require(reference.observation)
      #expect(agrees(try Score.score(forecast, observation: observation), try #require(reference.crps)))
    }
  }

  @Test func studentTMatchesReferences() throws {
    for reference in try ScoreReferences.cases("student_t", count: 2) {
      let forecast = try StudentT(
        degreesOfFreedom: #require(reference.df), location: #require(reference.location),
        scale: #require(reference.scale))
      let observation = try #require(reference.observation)
      #expect(agrees(try Score.score(forecast, observation: observation), try #require(reference.crps)))
    }
  }

  @Test func logNormalMatchesReferences() throws {
    for reference in try ScoreReferences.cases("lognormal", count: 2) {
      let forecast = LogNormal(
        logarithm: try Normal(
          mean: #require(reference.mulog), standardDeviation: #require(reference.sdlog)))
      let observation = try #require(reference.observation)
      #expect(agrees(try Score.score(forecast, observation: observation), try #require(reference.crps)))
    }
  }

  @Test func normalMixtureMatchesReferences() throws {
    for reference in try ScoreReferences.cases("normal_mixture", count: 2) {
      let forecast = try mixture(reference)
      let observation = try #require(reference.observation)
      #expect(agrees(try Score.score(forecast, observation: observation), try #require(reference.crps)))
    }
  }

  @Test func studentTBecomesNormal() throws {
    let wide = try StudentT(degreesOfFreedom: 1e6)
    for observation in [-3.0, 0, 0.7] {
      // The two differ by a term of order 1/ν.
      #expect(
        relativeDifference(
          try Score.score(wide, observation: observation),
          try Score.score(Normal.standard, observation: observation)) < 3e-6)
    }
  }

  @Test func mixtureOfOneIsNormal() throws {
    let normal = try Normal(mean: 3, standardDeviation: 2)
    let single = try NormalMixture(components: [normal, normal], weights: [0.3, 0.7])
    // A handful of roundings.
    #expect(
      relativeDifference(
        try Score.score(single, observation: 4), try Score.score(normal, observation: 4)) < 1e-14)
  }

  @Test func impossibleObservationOfLogNormalCostsItsDistance() throws {
    let forecast = LogNormal(logarithm: .standard)
    let atZero = try Score.score(forecast, observation: 0)
    #expect(atZero > 0)
    // Below the support the score rises with slope one; the sum is rounded once.
    #expect(relativeDifference(try Score.score(forecast, observation: -5), atZero + 5) < 1e-15)
  }

  @Test func scoresAreSmallestWhereTheMassIs() throws {
    let forecast = try StudentT(degreesOfFreedom: 3, location: 10, scale: 2)
    let center = try Score.score(forecast, observation: 10)
    for observation in [7.0, 9.9, 10.1, 30] {
      #expect(try Score.score(forecast, observation: observation) > center)
    }
  }

  @Test func refusesWhatHasNoScore() throws {
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try Score.score(Normal.standard, observation: .nan)
    }
    #expect(throws: ProbabilityError.undefined(.continuousRankedProbabilityScore)) {
      try Score.score(StudentT(degreesOfFreedom: 1), observation: 0)
    }
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try Score.score(StudentT(degreesOfFreedom: 3), observation: .infinity)
    }
    #expect(throws: ProbabilityError.notRepresentable(.continuousRankedProbabilityScore)) {
      try Score.score(
        LogNormal(logarithm: Normal(mean: 710, standardDeviation: 1)), observation: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try Score.score(
        NormalMixture(components: [.standard], weights: [1]), observation: -.infinity)
    }
    #expect(throws: ProbabilityError.notRepresentable(.continuousRankedProbabilityScore)) {
      try Score.score(Normal(mean: -1e308, standardDeviation: 1), observation: 1.7e308)
    }
  }
}

func mixture(_ reference: ScoreReferences.Case) throws -> NormalMixture {
  let means = try #require(reference.means)
  let deviations = try #require(reference.sds)
  let components = try zip(means, deviations).map { try Normal(mean: $0, standardDeviation: $1) }
  return try NormalMixture(components: components, weights: #require(reference.weights))
}

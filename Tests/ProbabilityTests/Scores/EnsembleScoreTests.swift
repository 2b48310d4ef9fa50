import Probability
import TestSupport
import Testing

@Suite struct EnsembleScoreTests {
  typealias Score = ContinuousRankedProbabilityScore

  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("ensemble", count: 5) {
      let members = try #require(reference.members)
      let observation = try #require(reference.observation)
      #expect(
        agrees(try Score.score(ensemble: members, observation: observation), try #require(reference.crps_nrg))
      )
      #expect(
        agrees(
          try Score.fairScore(ensemble: members, observation: observation), try #require(reference.crps_fair))
      )
      guard let weights = reference.weights else { continue }
      #expect(
        agrees(
          try Score.score(ensemble: members, weights: weights, observation: observation),
          try #require(reference.crps_weighted)))
    }
  }

  /// The definitions with their double sums, on draws with ties.
  @Test func equalsTheDoubleSums() throws {
    let generator = CounterGenerator(seed: 5, stream: 0)
    let members = (0..<50).map { (10 * generator.normal(at: UInt64($0))).rounded() }
    let weights = (0..<50).map { generator.uniform(at: UInt64(100 + $0)) }
    let total = weights.reduce(0, +)
    for observation in [-40, -3.5, 0, 7, 60] {
      var (distance, spread, weightedDistance, weightedSpread) = (0.0, 0.0, 0.0, 0.0)
      for (member, weight) in zip(members, weights) {
        distance += (member - observation).magnitude / 50
        weightedDistance += weight / total * (member - observation).magnitude
        for (other, otherWeight) in zip(members, weights) {
          spread += (member - other).magnitude
          weightedSpread += weight * otherWeight / total / total * (member - other).magnitude
        }
      }
      // 2500 terms of the size of the score are added and partly cancel.
      #expect(
        relativeDifference(
          try Score.score(ensemble: members, observation: observation), distance - spread / 5_000) < 1e-12)
      #expect(
        relativeDifference(
          try Score.fairScore(ensemble: members, observation: observation), distance - spread / 4_900) < 1e-12
      )
      #expect(
        relativeDifference(
          try Score.score(ensemble: members, weights: weights, observation: observation),
          weightedDistance - weightedSpread / 2) < 1e-12)
    }
  }

  @Test func oneMemberScoresItsAbsoluteError() throws {
    #expect(try Score.score(ensemble: [3], observation: 5) == 2)
    #expect(try Score.score(ensemble: [3], weights: [7], observation: 1) == 2)
  }

  @Test func orderDoesNotMatter() throws {
    #expect(
      try Score.score(ensemble: [5, 1, 4], observation: 2)
        == Score.score(ensemble: [1, 4, 5], observation: 2))
  }

  @Test func fairScoreIsUnbiased() throws {
    let generator = CounterGenerator(seed: 6, stream: 0)
    var total = 0.0
    for trial: UInt64 in 0..<20_000 {
      let members = (0..<4).map { generator.normal(at: 4 * trial + $0) }
      total += try Score.fairScore(ensemble: members, observation: 0.5)
    }
    // The spread of one score is about 0.33: five standard errors of the mean are 5·0.33/√20000.
    #expect((total / 20_000 - (try Score.score(Normal.standard, observation: 0.5))).magnitude < 0.012)
  }

  @Test func quantilesApproachTheClosedForm() throws {
    let count = 1_000
    let levels = (0..<count).map { (Double($0) + 0.5) / Double(count) }
    let quantiles = try levels.map { try Normal.standard.quantile($0) }
    let score = try Score.score(quantiles: quantiles, levels: levels, observation: 0.8)
    // The midpoint rule is off by the tails beyond the outermost levels, of order 1/count.
    #expect(relativeDifference(score, try Score.score(Normal.standard, observation: 0.8)) < 1e-3)
  }

  @Test func refusesWhatHasNoScore() {
    #expect(throws: ProbabilityError.tooFew(.members, minimum: 1, actual: 0)) {
      try Score.score(ensemble: [], observation: 1)
    }
    #expect(throws: ProbabilityError.tooFew(.members, minimum: 2, actual: 1)) {
      try Score.fairScore(ensemble: [1], observation: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.members, index: 1)) {
      try Score.score(ensemble: [1, .nan], observation: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try Score.fairScore(ensemble: [1, 2], observation: .nan)
    }
    #expect(throws: ProbabilityError.lengthMismatch(.weights, expected: 2, actual: 1)) {
      try Score.score(ensemble: [1, 2], weights: [1], observation: 1)
    }
    #expect(throws: ProbabilityError.negative(.weights, value: -1, index: 0)) {
      try Score.score(ensemble: [1, 2], weights: [-1, 2], observation: 1)
    }
    #expect(throws: ProbabilityError.notRepresentable(.continuousRankedProbabilityScore)) {
      try Score.score(ensemble: [1.7e308], observation: -1.7e308)
    }
  }
}

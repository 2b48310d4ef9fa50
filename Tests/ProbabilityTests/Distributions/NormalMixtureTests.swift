import Probability
import TestSupport
import Testing

@Suite struct NormalMixtureTests {
  let pool: NormalMixture

  init() throws {
    pool = try NormalMixture(
      components: [Normal(mean: -1, standardDeviation: 0.5), Normal(mean: 4, standardDeviation: 1)],
      weights: [3, 1])
  }

  @Test func quantileUndoesCumulative() throws {
    try DistributionProperties.checkRoundTrip(pool)
    try DistributionProperties.checkMonotone(pool)
    try DistributionProperties.checkSlope(pool)
    DistributionProperties.checkEdges(pool)
    DistributionProperties.checkRefusals(pool)
  }

  @Test func weightsAreShares() {
    #expect(pool.weights == [0.75, 0.25])
    #expect(pool.expectedValue == 0.25)
    // ¾ (0.25 + 1.25²) + ¼ (1 + 3.75²), exact in binary.
    #expect(pool.variance == 5.125)
  }

  @Test func oneComponentIsThatNormal() throws {
    let single = try NormalMixture(
      components: [.standard, Normal(mean: 9, standardDeviation: 2)], weights: [2, 0])
    for p in [1e-12, 0.3, 0.5, 0.999] {
      #expect(try single.quantile(p) == Normal.standard.quantile(p))
    }
    #expect(single.logDensity(at: 1.5) == Normal.standard.logDensity(at: 1.5))
  }

  @Test func logDensityOutlivesTheDensity() {
    #expect(pool.density(at: 60) == 0)
    // Only the second component counts there: -½·56² - ½ log 2π + log ¼.
    #expect(relativeDifference(pool.logDensity(at: 60), -1570.305232894325) < 1e-14)
  }

  @Test func refusesWhatIsNoMixture() {
    #expect(throws: ProbabilityError.tooFew(.components, minimum: 1, actual: 0)) {
      try NormalMixture(components: [], weights: [])
    }
    #expect(throws: ProbabilityError.lengthMismatch(.weights, expected: 1, actual: 2)) {
      try NormalMixture(components: [.standard], weights: [1, 2])
    }
    #expect(throws: ProbabilityError.negative(.weights, value: -1, index: 1)) {
      try NormalMixture(components: [.standard, .standard], weights: [1, -1])
    }
    #expect(throws: ProbabilityError.notFinite(.weights, index: 0)) {
      try NormalMixture(components: [.standard], weights: [.nan])
    }
    #expect(throws: ProbabilityError.weightless(.weights)) {
      try NormalMixture(components: [.standard], weights: [0])
    }
  }
}

import Probability
import TestSupport
import Testing

@Suite struct NormalTests {
  @Test func matchesReferences() throws {
    try DistributionReferences.check("normal") { _ in Normal.standard }
  }

  @Test func quantileUndoesCumulative() throws {
    try DistributionProperties.checkRoundTrip(Normal.standard)
    try DistributionProperties.checkMonotone(Normal.standard)
    try DistributionProperties.checkSlope(Normal.standard)
    DistributionProperties.checkEdges(Normal.standard)
  }

  @Test func isSymmetric() throws {
    for x in [0.1, 1, 5, 37] {
      #expect(Normal.standard.cumulative(at: -x) == Normal.standard.upperTail(at: x))
      #expect(Normal.standard.density(at: -x) == Normal.standard.density(at: x))
    }
    #expect(try Normal.standard.quantile(0.5) == 0)
    #expect(try Normal.standard.quantile(0.01) == -Normal.standard.upperTailQuantile(0.01))
  }

  @Test func locationAndScaleMoveIt() throws {
    let forecast = try Normal(mean: 2080, standardDeviation: 60)
    // One multiplication and one addition are rounded.
    #expect(
      relativeDifference(try forecast.quantile(0.975), 2080 + 60 * (try Normal.standard.quantile(0.975)))
        < 1e-15)
    #expect(forecast.cumulative(at: 2110) == Normal.standard.cumulative(at: 0.5))
    #expect(forecast.density(at: 2110) == Normal.standard.density(at: 0.5) / 60)
    #expect(forecast.expectedValue == 2080)
    #expect(forecast.variance == 3600)
  }

  @Test func refusesWhatIsNoDistribution() {
    #expect(throws: ProbabilityError.notFinite(.mean)) {
      try Normal(mean: .nan, standardDeviation: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.standardDeviation)) {
      try Normal(mean: 0, standardDeviation: .infinity)
    }
    #expect(throws: ProbabilityError.notPositive(.standardDeviation, value: 0)) {
      try Normal(mean: 0, standardDeviation: 0)
    }
    DistributionProperties.checkRefusals(Normal.standard)
  }

  @Test func refusesAQuantileThatOverflows() throws {
    let wide = try Normal(mean: 0, standardDeviation: 1e308)
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try wide.quantile(0.999) }
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try wide.upperTailQuantile(0.001) }
  }
}

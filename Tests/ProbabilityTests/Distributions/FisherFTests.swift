import Probability
import TestSupport
import Testing

@Suite struct FisherFTests {
  @Test func matchesReferences() throws {
    try DistributionReferences.check("fisher_f") { try FisherF(numerator: $0[0], denominator: $0[1]) }
  }

  @Test(arguments: [(3, 5), (2, 40), (1e4, 12), (500, 700)] as [(Double, Double)])
  func quantileUndoesCumulative(degreesOfFreedom: (Double, Double)) throws {
    let distribution = try FisherF(numerator: degreesOfFreedom.0, denominator: degreesOfFreedom.1)
    try DistributionProperties.checkRoundTrip(distribution)
    try DistributionProperties.checkMonotone(distribution)
    try DistributionProperties.checkSlope(distribution)
    DistributionProperties.checkEdges(distribution)
  }

  @Test func reciprocalSwapsDegreesOfFreedom() throws {
    let distribution = try FisherF(numerator: 5, denominator: 12)
    let reciprocal = try FisherF(numerator: 12, denominator: 5)
    for x in [1e-20, 0.25, 1, 4, 1e20] {
      // 1/x is exact only for powers of two; elsewhere a unit of it moves the far tail by six.
      #expect(relativeDifference(distribution.cumulative(at: x), reciprocal.upperTail(at: 1 / x)) < 1e-14)
    }
    for p in [1e-200, 0.05, 0.5, 0.9] {
      #expect(
        relativeDifference(try distribution.quantile(p), 1 / (try reciprocal.upperTailQuantile(p))) < 1e-14)
    }
  }

  @Test func densityAtZeroDependsOnTheNumerator() throws {
    #expect(try FisherF(numerator: 1, denominator: 4).density(at: 0) == .infinity)
    #expect(try FisherF(numerator: 2, denominator: 4).density(at: 0) == 1)
    #expect(try FisherF(numerator: 3, denominator: 4).density(at: 0) == 0)
    #expect(try FisherF(numerator: 3, denominator: 4).density(at: -1) == 0)
  }

  @Test func momentsNeedTheDenominator() throws {
    #expect(try FisherF(numerator: 3, denominator: 2).expectedValue == nil)
    #expect(try FisherF(numerator: 3, denominator: 4).variance == nil)
    let distribution = try FisherF(numerator: 4, denominator: 8)
    // 8/6, and 2·64·10/(4·36·4) = 20/9.
    #expect(relativeDifference(distribution.expectedValue ?? .nan, 4.0 / 3) < 1e-15)
    #expect(relativeDifference(distribution.variance ?? .nan, 20.0 / 9) < 1e-15)
  }

  @Test func refusesWhatIsNoDistribution() throws {
    #expect(throws: ProbabilityError.notPositive(.numeratorDegreesOfFreedom, value: 0)) {
      try FisherF(numerator: 0, denominator: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.denominatorDegreesOfFreedom)) {
      try FisherF(numerator: 1, denominator: .infinity)
    }
    DistributionProperties.checkRefusals(try FisherF(numerator: 3, denominator: 5))
  }

  @Test func refusesAQuantileThatOverflows() throws {
    let heavy = try FisherF(numerator: 0.5, denominator: 0.5)
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try heavy.upperTailQuantile(1e-300) }
    #expect(try heavy.quantile(1e-300) == 0)
  }
}

import Foundation
import Probability
import TestSupport
import Testing

@Suite struct ChiSquaredTests {
  @Test func matchesReferences() throws {
    try DistributionReferences.check("chi_squared") { try ChiSquared(degreesOfFreedom: $0[0]) }
  }

  @Test(arguments: [1, 2, 3, 12.5, 40, 1e6])
  func quantileUndoesCumulative(degreesOfFreedom: Double) throws {
    let distribution = try ChiSquared(degreesOfFreedom: degreesOfFreedom)
    let probabilities = DistributionProperties.probabilities.filter { degreesOfFreedom > 1 || $0 > 1e-100 }
    try DistributionProperties.checkRoundTrip(distribution, probabilities: probabilities)
    try DistributionProperties.checkMonotone(distribution)
    try DistributionProperties.checkSlope(distribution)
    DistributionProperties.checkEdges(distribution)
  }

  @Test func twoDegreesOfFreedomAreExponential() throws {
    let exponential = try ChiSquared(degreesOfFreedom: 2)
    for p in [1e-300, 1e-10, 0.1, 0.5, 0.9] {
      // The logarithm is rounded once; a unit of the tail moves the quantile by up to ten units near p = 1.
      #expect(relativeDifference(try exponential.upperTailQuantile(p), -2 * log(p)) < 3e-15)
    }
  }

  /// The series, the continued fraction and Temme's expansion must meet.
  @Test func isContinuousWhereTheMethodsMeet() throws {
    for degreesOfFreedom in [2.0, 7, 31.9, 32, 32.1, 100, 1e4] {
      let distribution = try ChiSquared(degreesOfFreedom: degreesOfFreedom)
      for ratio in [0.3017, 1, 2.3577] {
        for center in [ratio * degreesOfFreedom, degreesOfFreedom + 2] {
          // 1e-9 apart, the tails may differ by the slope times 1e-9 x, but not by a step.
          let (low, high) = (center * (1 - 1e-9), center * (1 + 1e-9))
          let step = distribution.density(at: center) * (high - low)
          #expect(
            relativeDifference(distribution.cumulative(at: low) + step, distribution.cumulative(at: high))
              < 1e-12)
          #expect(
            relativeDifference(distribution.upperTail(at: high) + step, distribution.upperTail(at: low))
              < 1e-12)
        }
      }
    }
  }

  @Test func densityAtZeroDependsOnDegreesOfFreedom() throws {
    #expect(try ChiSquared(degreesOfFreedom: 1).density(at: 0) == .infinity)
    #expect(try ChiSquared(degreesOfFreedom: 2).density(at: 0) == 0.5)
    #expect(try ChiSquared(degreesOfFreedom: 3).density(at: 0) == 0)
    #expect(try ChiSquared(degreesOfFreedom: 3).density(at: -1) == 0)
    #expect(try ChiSquared(degreesOfFreedom: 3).cumulative(at: -1) == 0)
  }

  @Test func quantileThatUnderflowsIsZero() throws {
    #expect(try ChiSquared(degreesOfFreedom: 0.5).quantile(1e-300) == 0)
  }

  @Test func moments() throws {
    let distribution = try ChiSquared(degreesOfFreedom: 7)
    #expect(distribution.expectedValue == 7)
    #expect(distribution.variance == 14)
  }

  @Test func refusesWhatIsNoDistribution() throws {
    #expect(throws: ProbabilityError.notPositive(.degreesOfFreedom, value: -2)) {
      try ChiSquared(degreesOfFreedom: -2)
    }
    #expect(throws: ProbabilityError.notFinite(.degreesOfFreedom)) {
      try ChiSquared(degreesOfFreedom: .nan)
    }
    DistributionProperties.checkRefusals(try ChiSquared(degreesOfFreedom: 3))
  }
}

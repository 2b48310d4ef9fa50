import Foundation
import Probability
import TestSupport
import Testing

@Suite struct StudentTTests {
  @Test func matchesReferences() throws {
    try DistributionReferences.check("student_t") { try StudentT(degreesOfFreedom: $0[0]) }
  }

  @Test(arguments: [0.5, 1, 2.5, 4, 41, 1e6])
  func quantileUndoesCumulative(degreesOfFreedom: Double) throws {
    let distribution = try StudentT(degreesOfFreedom: degreesOfFreedom)
    // With half a degree of freedom the quantile of 1e-250 exceeds every Double.
    let probabilities = DistributionProperties.probabilities.filter { degreesOfFreedom >= 1 || $0 > 1e-100 }
    try DistributionProperties.checkRoundTrip(distribution, probabilities: probabilities)
    try DistributionProperties.checkMonotone(distribution)
    try DistributionProperties.checkSlope(distribution)
    DistributionProperties.checkEdges(distribution)
  }

  @Test func oneDegreeOfFreedomIsCauchy() throws {
    let cauchy = try StudentT(degreesOfFreedom: 1)
    for p in [1e-12, 0.01, 0.2, 0.4, 0.499] {
      // The logarithm of 1e-24, which the kernel goes through, is good to 1e-14; tan to a unit or two.
      let exact = p < 0.25 ? -1 / tan(.pi * p) : -tan(.pi * (0.5 - p))
      #expect(relativeDifference(try cauchy.quantile(p), exact) < 2e-14)
    }
  }

  @Test func keepsItsDigitsAtTheCenter() throws {
    let distribution = try StudentT(degreesOfFreedom: 5)
    // Close to the median, t = (p - ½)/f(0); the next term is of relative order 1e-20. The kernel goes through the
    // logarithm of t², -46, whose rounding is 7e-15.
    let offset = 0x1p-33
    #expect(
      relativeDifference(try distribution.quantile(0.5 + offset), offset / distribution.density(at: 0))
        < 1e-14)
    #expect(try distribution.quantile(0.5) == 0)
  }

  @Test func isSymmetric() throws {
    let distribution = try StudentT(degreesOfFreedom: 3)
    for x in [1e-200, 0.1, 1, 5, 1e12, 1e200] {
      #expect(distribution.cumulative(at: -x) == distribution.upperTail(at: x))
    }
    #expect(try distribution.quantile(0.01) == -distribution.upperTailQuantile(0.01))
  }

  @Test func squareIsFisherF() throws {
    let t = try StudentT(degreesOfFreedom: 7)
    let f = try FisherF(numerator: 1, denominator: 7)
    for x in [0.3, 1.2, 4] {
      // The same function reached by two roundings of x².
      #expect(relativeDifference(2 * t.upperTail(at: x), f.upperTail(at: x * x)) < 1e-14)
    }
  }

  @Test func locationAndScaleMoveIt() throws {
    let standard = try StudentT(degreesOfFreedom: 4)
    let moved = try StudentT(degreesOfFreedom: 4, location: 2080, scale: 50)
    #expect(moved.cumulative(at: 2105) == standard.cumulative(at: 0.5))
    // One multiplication and one addition are rounded.
    #expect(relativeDifference(try moved.quantile(0.9), 2080 + 50 * (try standard.quantile(0.9))) < 1e-15)
    #expect(moved.expectedValue == 2080)
    #expect(moved.variance == 5000)
  }

  @Test func momentsNeedDegreesOfFreedom() throws {
    #expect(try StudentT(degreesOfFreedom: 1).expectedValue == nil)
    #expect(try StudentT(degreesOfFreedom: 1.5).expectedValue == 0)
    #expect(try StudentT(degreesOfFreedom: 2).variance == nil)
  }

  @Test func refusesWhatIsNoDistribution() throws {
    #expect(throws: ProbabilityError.notPositive(.degreesOfFreedom, value: 0)) {
      try StudentT(degreesOfFreedom: 0)
    }
    #expect(throws: ProbabilityError.notFinite(.degreesOfFreedom)) {
      try StudentT(degreesOfFreedom: .infinity)
    }
    #expect(throws: ProbabilityError.notFinite(.location)) {
      try StudentT(degreesOfFreedom: 3, location: .nan)
    }
    #expect(throws: ProbabilityError.notPositive(.scale, value: -1)) {
      try StudentT(degreesOfFreedom: 3, scale: -1)
    }
    DistributionProperties.checkRefusals(try StudentT(degreesOfFreedom: 3))
  }

  @Test func refusesAQuantileThatOverflows() throws {
    let heavy = try StudentT(degreesOfFreedom: 0.5)
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try heavy.quantile(1e-300) }
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try heavy.upperTailQuantile(1e-300) }
  }
}

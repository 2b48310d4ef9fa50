import Probability
import TestSupport
import Testing

@Suite struct BetaTests {
  private struct Records: Decodable {
    struct Row: Decodable {
      var successes, failures, probability, quantile, x, cumulative, upper_tail: Double
      var log_density: Double?
    }
    var rows: [Row]
  }

  @Test func matchesReferences() throws {
    for row in try References.load("beta", as: Records.self).rows {
      let distribution = try Beta(successes: row.successes, failures: row.failures)
      // The bars of the other distributions: 1e-12 in the body, 1e-9 beyond one in ten thousand. Near one the quantile is
      // told by its distance from one only to the spacing of doubles, 1.1e-16, which a steep tail multiplies.
      let bar = row.probability >= 1e-4 && row.probability <= 0.9999 ? 1e-12 : 1e-9
      #expect(relativeDifference(try distribution.quantile(row.probability), row.quantile) <= bar)
      guard row.x < 1 else { continue }
      #expect(relativeDifference(distribution.cumulative(at: row.x), row.cumulative) <= bar)
      let nearOne = 1 - row.x < 1e-3
      let tailBar = nearOne ? 1e-9 : bar
      #expect(relativeDifference(distribution.upperTail(at: row.x), row.upper_tail) <= tailBar)
      if let expected = row.log_density {
        #expect(relativeDifference(distribution.logDensity(at: row.x), expected, floor: 1) <= tailBar)
      }
    }
  }

  @Test(arguments: [(6.5, 3.5), (40, 60), (3, 1)] as [(Double, Double)])
  func quantileUndoesCumulative(shapes: (Double, Double)) throws {
    let distribution = try Beta(successes: shapes.0, failures: shapes.1)
    try DistributionProperties.checkMonotone(distribution)
    try DistributionProperties.checkSlope(distribution)
    DistributionProperties.checkRefusals(distribution)
  }

  @Test func swapsWithItsComplement() throws {
    let distribution = try Beta(successes: 2.5, failures: 1.5)
    let complement = try Beta(successes: 1.5, failures: 2.5)
    for p in [0.01, 0.3, 0.5, 0.9] {
      let sum = try distribution.quantile(p) + complement.upperTailQuantile(p)
      // Two numbers below one, each rounded a few times.
      #expect((sum - 1).magnitude < 1e-14)
    }
  }

  @Test func densityAtTheEndsDependsOnTheShapes() throws {
    #expect(try Beta(successes: 0.5, failures: 2).density(at: 0) == .infinity)
    // The density is the exponential of its logarithm: a unit or two.
    #expect(relativeDifference(try Beta(successes: 1, failures: 3).density(at: 0), 3) < 1e-15)
    #expect(try Beta(successes: 2, failures: 3).density(at: 0) == 0)
    #expect(relativeDifference(try Beta(successes: 2, failures: 1).density(at: 1), 2) < 1e-15)
    #expect(try Beta(successes: 2, failures: 3).density(at: 1.5) == 0)
    #expect(try Beta(successes: 2, failures: 3).cumulative(at: -1) == 0)
    #expect(try Beta(successes: 2, failures: 3).upperTail(at: 2) == 0)
  }

  @Test func quantilesStayWithinTheUnitIntervalForShapesThatUnderflow() throws {
    let extreme = try Beta(successes: 1e-4, failures: 1e-4)
    #expect(try extreme.quantile(0.01) == 0)
    #expect(try extreme.quantile(0.99) == 1)
  }

  @Test func momentsAreThoseOfTheCounts() throws {
    let distribution = try Beta(successes: 2, failures: 6)
    #expect(distribution.mean == 0.25)
    // 2·6/(64·9).
    #expect(relativeDifference(distribution.variance ?? .nan, 12.0 / 576) < 1e-15)
  }

  @Test func refusesWhatIsNoDistribution() {
    #expect(throws: ProbabilityError.notPositive(.successes, value: 0)) {
      try Beta(successes: 0, failures: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.failures)) { try Beta(successes: 1, failures: .nan) }
  }
}

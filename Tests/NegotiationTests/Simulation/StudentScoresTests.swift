import Probability
import Testing

@testable import Negotiation

@Suite struct StudentScoresTests {
  @Test(arguments: [2.0, 5, 10, 200])
  func isTheQuantileOfTheSameProbability(degreesOfFreedom: Double) throws {
    let scores = try StudentScores(degreesOfFreedom: degreesOfFreedom)
    let law = try StudentT(degreesOfFreedom: degreesOfFreedom)
    #expect(scores.value(0) == 0)
    for tenth in 1...32 {
      let score = Double(tenth) / 10
      let exact = -(try law.quantile(Normal.standard.cumulative(at: -score)))
      // Linear interpolation between knots 1/64 apart: an eighth of the curvature over 4,096.
      #expect(abs(scores.value(score) - exact) < 1e-3 * max(1, exact))
      // The weights of the interpolation are rounded differently on the two sides.
      #expect(abs(scores.value(-score) + scores.value(score)) < 1e-13 * max(1, exact))
    }
    #expect(scores.value(50).isFinite)
  }
}

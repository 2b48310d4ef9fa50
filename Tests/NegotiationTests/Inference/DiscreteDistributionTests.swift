import Foundation
import Testing

@testable import Negotiation

@Suite struct DiscreteDistributionTests {
  @Test func gaussRuleIntegratesPolynomialsUpToItsDegree() throws {
    let points = (0..<300).map { Double($0) / 100 }
    let weights = points.map { exp(-($0 - 1) * ($0 - 1)) + 0.3 * exp(-20 * ($0 - 2.5) * ($0 - 2.5)) }
    let whole = DiscreteDistribution(points: points, weights: weights)
    let rule = try whole.gaussRule(6, fit: "test")
    #expect(rule.points.count == 6)
    for degree in 0...11 {
      func moment(_ distribution: DiscreteDistribution) -> Double {
        zip(distribution.points, distribution.weights).reduce(0) { $0 + $1.1 * pow($1.0, Double(degree)) }
      }
      // The recurrence and the eigenvalues each lose a few of sixteen digits.
      #expect(abs(moment(rule) / moment(whole) - 1) < 1e-11)
    }
  }

  @Test func ruleOfFewPointsIsTheDistributionItself() throws {
    let one = DiscreteDistribution(points: [0.4], weights: [2])
    #expect(try one.gaussRule(8, fit: "test") == one)
    #expect(one.weights == [1])
  }

  @Test func quantilesAscendThroughThePoints() {
    let coin = DiscreteDistribution(points: [1, 0], weights: [1, 3])
    #expect(coin.quantiles([0, 0.5, 0.75, 0.76, 1]) == [0, 0, 0, 1, 1])
  }
}

import Foundation
import Testing

@testable import Negotiation

@Suite struct AskDistributionTests {
  private func mean(_ distribution: DiscreteDistribution) -> Double {
    zip(distribution.points, distribution.weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func withoutAReportHasThePosture() {
    let quiet = AskDistribution.logRatio(prior: AskPrior(), posture: .statusQuo, report: nil, noise: 0.3)
    // a ~ N(0.18, 0.10) cut to 0...0.5: mean of ln(1 + a) 0.169274 by scipy 1.17.1 (truncnorm.expect).
    #expect(abs(mean(quiet) - 0.169274) < 1e-5)
    #expect(quiet.points.allSatisfy { $0 > 0 && $0 < log(1.5) })
  }

  @Test func anExactReportIsTheAsk() {
    let exact = AskDistribution.logRatio(prior: AskPrior(), posture: .statusQuo, report: 1.2, noise: 0)
    #expect(exact.points == [1.2])
    #expect(exact.weights == [1])
  }

  @Test func aReportPullsToItself() {
    let small = AskDistribution.logRatio(prior: AskPrior(), posture: .statusQuo, report: 0.1, noise: 0.3)
    let large = AskDistribution.logRatio(prior: AskPrior(), posture: .statusQuo, report: 1.7, noise: 0.3)
    #expect(mean(small) < 0.3)
    // A large ask was made under another posture than the one that settled, and is believed all the same.
    #expect(abs(mean(large) - 1.6) < 0.1)
    let absurd = AskDistribution.logRatio(prior: AskPrior(), posture: .statusQuo, report: 600, noise: 0.3)
    #expect(abs(mean(absurd) - log(9)) < 0.02)
  }

  /// Eight points of Gauss's rule against the whole grid, in the likelihood of a step.
  @Test func theRuleKeepsTheLikelihood() throws {
    let kernel = StudentKernel(degreesOfFreedom: 5)
    for report in [nil, 0.1, 0.7, 1.7] as [Double?] {
      let whole = AskDistribution.logRatio(prior: AskPrior(), posture: .demanding, report: report, noise: 0.3)
      let rule = try whole.gaussRule(SettlementRecord.askPoints, fit: "test")
      for (beta, spread) in [(0.05, 0.05), (0.1, 0.03), (-0.02, 0.03)] {
        for step in [-0.1, 0, 0.08, 0.2] {
          func likelihood(_ x: DiscreteDistribution) -> Double {
            zip(x.points, x.weights).reduce(0) { total, part in
              let z = (step - beta * part.0) / spread
              return total + part.1 * kernel.value(z * z)
            }
          }
          // A thousandth of a log unit; the posterior's own points err by ten times as much.
          #expect(abs(log(likelihood(rule) / likelihood(whole))) < 1e-3)
        }
      }
    }
  }
}

import Series
import Testing

@testable import Forecasting

@Suite struct TransformedMeanTests {
  /// Normal and Student t laws, wide and narrow, with the end of Box-Cox's range in their middle and far away.
  @Test(arguments: ["log", "logit", "box-cox"])
  func agreesWithMpmath(name: String) throws {
    var worst = Worst()
    for record in try References.transformedMeans where record.transform == name {
      let transform: Transform =
        switch name {
        case "log": .log
        case "logit": .logit
        default: .boxCox(lambda: try #require(record.lambda))
        }
      let shape: Marginal.Shape =
        if let freedom = record.degreesOfFreedom {
          .studentT(degreesOfFreedom: freedom, location: record.location, scale: record.scale)
        } else {
          .normal(mean: record.location, standardDeviation: record.scale)
        }
      worst.compare(Marginal(shape, transform: transform).mean, record.mean, at: "\(record)")
    }
    // The rule's own error is below rounding; what is left are the roundings of exp and pow, some tens of them.
    worst.expect(within: 1e-13)
  }

  @Test func isTheMedianWithoutSpread() {
    for transform in [Transform.logit, .boxCox(lambda: 0.5), .boxCox(lambda: -0.5), .log] {
      let certain = Marginal(.normal(mean: 0.25, standardDeviation: 0), transform: transform)
      #expect(certain.mean == certain.median)
    }
  }
}

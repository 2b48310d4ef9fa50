import Probability
import Series
import Testing

@testable import Forecasting

struct MarginalCumulativeTests {
  /// Shapes without a step, on every kind of scale.
  private static let smooth: [Marginal] = {
    var curve: [Double] = []
    for score in QuantileCurve.scores { curve.append(10 + 2 * score + (score > 0 ? score : 0)) }
    return [
      Marginal(.normal(mean: 10, standardDeviation: 3)),
      Marginal(.studentT(degreesOfFreedom: 5, location: 10, scale: 3)),
      Marginal(.normal(mean: 2, standardDeviation: 0.3), transform: .log),
      Marginal(.normal(mean: 0.2, standardDeviation: 0.4), transform: .logit),
      Marginal(.studentT(degreesOfFreedom: 9, location: 5, scale: 0.5), transform: .boxCox(lambda: 0.5)),
      Marginal(.normal(mean: 2, standardDeviation: 0.3), transform: .log, unit: 1_000),
      Marginal(.curve(QuantileCurve(curve))),
      Marginal(.curve(QuantileCurve(curve)), bounds: .nonnegative),
    ]
  }()

  @Test(arguments: smooth)
  func itInvertsTheQuantiles(_ marginal: Marginal) throws {
    for probability in [0.01, 0.1, 0.5, 0.8, 0.99] {
      let found = try marginal.cumulative(at: try marginal.quantile(probability))
      // Quantile functions of the t are good to 1e-11 or so, and the curve is inverted to 1e-12.
      #expect((found - probability).magnitude < 1e-9)
    }
  }

  @Test func certaintyIsAStep() throws {
    let certain = Marginal(.normal(mean: 4, standardDeviation: 0))
    #expect(try certain.cumulative(at: 3) == 0)
    #expect(try certain.cumulative(at: 4) == 0.5)
    #expect(try certain.cumulative(at: 5) == 1)
  }

  @Test func drawsCountByTheMiddleOfTheirStep() throws {
    let draws = Marginal(.draws([1, 2, 2, 3]))
    #expect(try draws.cumulative(at: 0) == 0)
    #expect(try draws.cumulative(at: 1.5) == 0.25)
    #expect(try draws.cumulative(at: 2) == 0.5)
    #expect(try draws.cumulative(at: 4) == 1)
  }

  @Test func probabilityOnABoundCountsHalf() throws {
    let bounded = Marginal(.normal(mean: 0, standardDeviation: 1), bounds: .nonnegative)
    #expect(try bounded.cumulative(at: -1) == 0)
    #expect(try bounded.cumulative(at: 0) == 0.25)
  }

  @Test func aPointOutsideTheDomainLiesAtAnEnd() throws {
    let log = Marginal(.normal(mean: 0, standardDeviation: 1), transform: .log)
    #expect(try log.cumulative(at: -3) == 0)
    let logit = Marginal(.normal(mean: 0, standardDeviation: 1), transform: .logit)
    #expect(try logit.cumulative(at: 120) == 1)
  }

  @Test func whatIsNotFiniteIsRefused() {
    let marginal = Marginal(.normal(mean: 0, standardDeviation: 1))
    #expect(throws: ProbabilityError.notFinite(.observation)) { try marginal.cumulative(at: .nan) }
    #expect(throws: ProbabilityError.notFinite(.observation)) { try marginal.cumulative(at: .infinity) }
  }
}

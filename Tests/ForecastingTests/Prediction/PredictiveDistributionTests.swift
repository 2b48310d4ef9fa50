import Probability
import Series
import Testing

@testable import Forecasting

@Suite struct PredictiveDistributionTests {
  let model = ModelIdentifier("any")

  @Test func refusesShapesThatAreNotFinite() {
    let wrong: [Marginal.Shape] = [
      .normal(mean: .nan, standardDeviation: 1), .normal(mean: 0, standardDeviation: .infinity),
      .studentT(degreesOfFreedom: 3, location: .infinity, scale: 1),
      .studentT(degreesOfFreedom: 3, location: 0, scale: .nan), .draws([]), .draws([1, .infinity]),
    ]
    for shape in wrong {
      #expect(throws: FitError.forecastOverflow(model: model, yearsAhead: 2)) {
        try PredictiveDistribution([.normal(mean: 0, standardDeviation: 1), shape], model: model)
      }
    }
  }

  @Test func refusesATransformThatOverflows() throws {
    let wide = try PredictiveDistribution([.normal(mean: 1, standardDeviation: 50)], model: model)
    #expect(throws: FitError.forecastOverflow(model: model, yearsAhead: 1)) {
      try wide.on(.log, bounds: .unbounded, model: model)
    }
    #expect(try wide.on(.logit, bounds: .percent, model: model).steps.count == 1)
  }

  @Test func intervalsAreCentral() throws {
    let distribution = try PredictiveDistribution([.normal(mean: 3, standardDeviation: 2)], model: model)
    let interval = try distribution.steps[0].interval(Level(95))
    let (lower, upper) = (interval.lower, interval.upper)
    // 1.959963984540054 is the 0.975 quantile to sixteen digits.
    #expect((upper - 3 - 2 * 1.959963984540054).magnitude < 1e-14)
    #expect((lower + upper - 6).magnitude < 1e-14)
    // The narrowest and the widest level that a number can state.
    let narrow = try distribution.steps[0].interval(Level(.leastNonzeroMagnitude))
    #expect(narrow.lower <= 3 && narrow.upper >= 3)
    let wide = try distribution.steps[0].interval(Level(100.0.nextDown))
    #expect(wide.lower < -13 && wide.upper > 19 && wide.upper.isFinite)
  }
}

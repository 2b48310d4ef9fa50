import Probability
import TestSupport
import Testing

@testable import Forecasting

@Suite struct FittedComplexSmoothingTests {
  /// At given weights and start nothing is left to a search: squares and forecasts agree to rounding.
  ///
  /// 1e-8 of the largest number: a start far from the values, or forecasts that swing, magnify rounding.
  @Test func agreesWithTheScriptAtItsParameters() throws {
    let series = try ThetaReferences.values()
    for kind in ["backcast", "free"] {
      for record in try ComplexSmoothingRecord.all(kind) {
        let values = try #require(series[record.series])
        let start = ComplexWeights.State(level: record.l0, potential: record.c0)
        let fitted = FittedComplexSmoothing(
          model: ComplexSmoothing.identifier,
          solution: .init(weights: record.weights, start: start, sumOfSquares: record.sse), unit: 1,
          scaled: values, firstYear: 2000)
        let errors = FittedComplexSmoothing.run(record.weights, start, values).errors
        let squares = errors.reduce(0) { $0 + $1 * $1 }
        let scale = values.reduce(record.l0.magnitude) { max($0, $1.magnitude) }
        #expect(
          relativeDifference(squares, record.sse, floor: scale * scale * 1e-8) < 1e-8, "\(record.series)")
        let forecast = moments(try fitted.predict(Horizon(record.mean.count)))
        let unit = try #require(record.varianceUnit)
        for (h, step) in forecast.enumerated() {
          #expect(relativeDifference(step.mean, record.mean[h], floor: scale) < 1e-8, "\(record.series) \(h)")
          let spread = step.deviation * step.deviation / fitted.variance
          #expect(relativeDifference(spread, unit[h]) < 1e-8, "\(record.series) \(h)")
        }
      }
    }
  }

  /// The analytic variance against paths that draw their errors.
  ///
  /// 20 000 paths know a standard deviation to 1/sqrt(40000) = 0.5 %; 2 % are four standard errors.
  @Test func varianceAgreesWithSimulation() throws {
    let values = [412.0, 480, 683, 1052, 1385, 1418, 1634, 2178, 3362, 5948, 6109, 5981, 6753, 8003, 10566]
    let fitted = try ComplexSmoothing.fit(values)
    let horizon = 8
    let expected = moments(try fitted.predict(Horizon(horizon)))
    let weights = fitted.solution.weights
    let last = FittedComplexSmoothing.run(weights, fitted.solution.start, fitted.scaled).state
    let deviation = expected[0].deviation / fitted.unit
    var generator = CounterSequence(CounterGenerator(seed: 20_261_122, stream: 2))
    var sums = [Double](repeating: 0, count: horizon)
    var squares = sums
    let paths = 20_000
    for _ in 0..<paths {
      var state = last
      for h in 0..<horizon {
        let error = deviation * generator.nextNormal()
        let value = state.level + error
        sums[h] += value / Double(paths)
        squares[h] += value * value / Double(paths)
        state = weights.advance(state, error: error)
      }
    }
    for h in 0..<horizon {
      let spread = (squares[h] - sums[h] * sums[h]).squareRoot() * fitted.unit
      #expect(relativeDifference(spread, expected[h].deviation) < 0.02, "\(h)")
      // The mean of the paths is known to 1/141 of their spread; four of that.
      #expect((sums[h] * fitted.unit - expected[h].mean).magnitude < 4 * spread / Double(paths).squareRoot())
    }
  }

  @Test func summaryCountsWeightsAndStart() throws {
    let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7, 8.4, 7.9, 9.6, 11.2, 10.8, 12.1]
    let summary = try ComplexSmoothing.fit(values).summary
    #expect(summary.parameters.map(\.name) == ["alpha0", "alpha1", "initial level", "initial potential"])
    #expect(summary.estimatedParameters == 4 && summary.observations == 12)
    #expect(summary.residuals.first?.year == 2000 && summary.residuals.count == 12)
    let squares = summary.residuals.reduce(0) { $0 + $1.value * $1.value }
    // One sum in two orders.
    #expect(relativeDifference(summary.residualVariance, squares / 8) < 1e-10)
  }
}

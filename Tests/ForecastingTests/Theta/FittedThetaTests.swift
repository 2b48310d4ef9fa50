import Probability
import TestSupport
import Testing

@testable import Forecasting

@Suite struct FittedThetaTests {
  /// The variance against one that a script computes by shocking its own recursion.
  ///
  /// 1e-10: both are sums of a few squares; the parameters are the script's.
  @Test func varianceAgreesWithAShockedRecursion() throws {
    let series = try ThetaReferences.values()
    for best in try ThetaReferences.best() {
      let values = try #require(series[best.series])
      let form = try #require(ThetaForm(named: best.model))
      var state = ThetaRecursion(
        alpha: best.alpha, weight: best.weight, level: best.l0, line: form.isDynamic ? nil : timeLine(values))
      for value in values { state.absorb(value) }
      let spreads = FittedTheta.spreads(state, best.varianceUnit.count)
      for (ours, theirs) in zip(spreads, best.varianceUnit) {
        #expect(relativeDifference(ours, theirs) < 1e-10, "\(best.series) \(best.model)")
      }
    }
  }

  /// The analytic variance against paths that draw their errors.
  ///
  /// 20 000 paths know a variance to sqrt(2/20000) = 1 %; 4 % are four standard errors.
  @Test(arguments: [ThetaForm.optimised, .dynamicOptimised])
  func varianceAgreesWithSimulation(_ form: ThetaForm) throws {
    let values = [412.0, 480, 683, 1052, 1385, 1418, 1634, 2178, 3362, 5948, 6109, 5981, 6753, 8003, 10566]
    let fitted = try form.fit(values)
    let horizon = 8
    let expected = moments(try fitted.predict(Horizon(horizon)))
    var start = ThetaRecursion(
      alpha: fitted.solution.alpha, weight: fitted.solution.weight, level: fitted.solution.level,
      line: fitted.line)
    for value in fitted.scaled { start.absorb(value) }
    let deviation = expected[0].deviation / fitted.unit
    var generator = CounterSequence(CounterGenerator(seed: 20_261_122, stream: 1))
    var sums = [Double](repeating: 0, count: horizon)
    var squares = sums
    let paths = 20_000
    for _ in 0..<paths {
      var state = start
      for h in 0..<horizon {
        let value = state.expected + deviation * generator.nextNormal()
        sums[h] += value / Double(paths)
        squares[h] += value * value / Double(paths)
        state.absorb(value)
      }
    }
    for h in 0..<horizon {
      let spread = (squares[h] - sums[h] * sums[h]).squareRoot() * fitted.unit
      #expect(relativeDifference(spread, expected[h].deviation) < 0.02, "\(form) \(h)")
      // The mean of the paths is known to 1/141 of their spread; four of that.
      let mean = fitted.origin + fitted.unit * sums[h]
      #expect((mean - expected[h].mean).magnitude < 4 * spread / Double(paths).squareRoot())
    }
  }

  @Test func summaryLeavesOutTheYearsThatStartTheModel() throws {
    let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7, 8.4, 7.9, 9.6, 11.2, 10.8, 12.1]
    let fitted = try ThetaForm.dynamicOptimised.fit(values)
    let summary = fitted.summary
    #expect(summary.residuals.first?.year == 2003)
    #expect(summary.residuals.count == 9 && summary.observations == 9)
    #expect(summary.estimatedParameters == 3)
    let squares = summary.residuals.reduce(0) { $0 + $1.value * $1.value }
    // One sum in two orders.
    #expect(relativeDifference(squares, fitted.sumOfSquares) < 1e-10)
    #expect(relativeDifference(summary.residualVariance, squares / 6) < 1e-10)
    #expect(summary.parameters.map(\.name) == ["alpha", "theta", "initial level"])
    #expect(summary.logLikelihood?.isFinite == true)
  }
}

import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct ShrunkenThetaTests {
  /// l(0) is y(1)/θ, which is not estimated; 1e-12 of the value: one division in two ways.
  @Test func startsAtTheFirstValue() throws {
    let values = StateSpaceThetaTests.values
    let fitted = try ShrunkenTheta().fit(yearly(values))
    #expect((fitted.startLevel - values[0] / fitted.theta).magnitude < 1e-12 * values[0])
    #expect(fitted.summary.estimatedParameters == 2)
    #expect(fitted.summary.parameters.dropFirst().allSatisfy { $0.standardError == nil })
  }

  /// The criterion and the forecasts against a script that runs the formula year by year and searches α and θ together.
  ///
  /// 1e-9 of the criterion: its minimum is flat, and the script's simplex ends there; ours may be lower, never higher.
  /// The point is then known to about 1e-5 of its range, and so are forecasts in units of the record's largest value.
  @Test func agreesWithTheFormula() throws {
    let series = try ThetaReferences.values()
    let records = try ThetaReferences.shrunken()
    #expect(records.count >= 20)
    for record in records {
      let values = try #require(series[record.series])
      let fitted = try ShrunkenTheta().fit(yearly(values))
      let objective = fitted.solution.objective * fitted.unit * fitted.unit
      #expect(objective <= record.objective * (1 + 1e-9), "\(record.series)")
      guard objective > record.objective * (1 - 1e-9) else { continue }
      #expect((fitted.solution.alpha - record.alpha).magnitude < 1e-4, "\(record.series)")
      let scale = values.reduce(0) { max($0, $1.magnitude) }
      let forecast = try fitted.predict(Horizon(record.mean.count))
      for (step, expected) in zip(forecast.steps, record.mean) {
        #expect(relativeDifference(step.median, expected, floor: scale) < 1e-5, "\(record.series)")
      }
    }
  }

  /// At the script's own α and θ nothing is left to a search; 1e-9 of the criterion and of the largest value: its lines are
  /// fitted anew every year, ours updated.
  @Test func agreesWithTheFormulaAtItsOwnParameters() throws {
    let series = try ThetaReferences.values()
    for record in try ThetaReferences.shrunken() {
      let values = try #require(series[record.series])
      let estimation = ThetaEstimation(form: .dynamicShrunken, model: ShrunkenTheta.identifier)
      let scaled = values.map { $0 - values[0] }
      let solution = estimation.profile(scaled, nil) { $0.solve(record.alpha) }
      #expect(relativeDifference(solution.objective, record.objective) < 1e-9, "\(record.series)")
      // The criterion is flat in the weight at its minimum: half the digits of the criterion.
      #expect((solution.weight - record.weight).magnitude < 1e-5, "\(record.series)")
    }
  }
}

import Series
import Testing

@testable import Forecasting

@Suite struct DriftTests {
  @Test func agreesWithR() throws {
    var worst = Worst()
    for record in try References.models where record.model == "drift" {
      let series = try References.series(record.series)
      let fit = try Drift().fit(series)
      worst.compare(fit.drift, record.drift, floor: series.magnitude, at: record.series)
      worst.compare(fit.variance, record.sigma2, at: record.series)
      worst.compare(
        fit.summary.parameters[0].standardError, record.driftStandardError, at: record.series)
      try worst.compare(
        try fit.predict(Horizon(10)), record, median: record.mean, floor: series.magnitude)
    }
    // R gets the variance from a regression, we from the changes: a few more roundings than one sum has.
    worst.expect(within: 2e-14)
  }

  /// By hand: changes 1, 4, 1, 2, drift 2, variance 6/3 = 2, squared standard error 1/2.
  @Test func carriesOnTheLineThroughBothEnds() throws {
    let fit = try Drift().fit(AnnualSeries([1, 2, 6, 7, 9]))
    #expect(
      try fit.predict(Horizon(3)).steps.map(\.shape)
        == (1...3).map {
          let h = Double($0)
          return .normal(mean: 9 + 2 * h, standardDeviation: (2 * h + h * h / 2).squareRoot())
        })
    let estimate = ParameterEstimate(
      "drift", 2, standardError: 0.5.squareRoot(), degreesOfFreedom: 3, dimension: .values)
    #expect(fit.summary.parameters == [estimate])
    #expect(fit.summary.estimatedParameters == 1 && fit.summary.observations == 4)
  }

  /// Without a drift in the record the means are the naive ones, exactly.
  @Test func isNaiveWhereTheEndsAreEqual() throws {
    let series = try AnnualSeries([3, 5, 1, 3])
    #expect(
      try Drift().fit(series).predict(Horizon(9)).steps.map(\.mean)
        == Naive().fit(series).predict(Horizon(9)).steps.map(\.mean))
  }
}

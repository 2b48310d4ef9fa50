import Series
import Testing

@testable import Forecasting

@Suite struct MeanTests {
  @Test func agreesWithR() throws {
    var worst = Worst()
    for record in try References.models where record.model == "mean" {
      let series = try References.series(record.series)
      let fit = try Mean().fit(series)
      worst.compare(fit.mean, record.mu, floor: series.magnitude, at: record.series)
      worst.compare(
        fit.variance.squareRoot(), record.standardDeviation, floor: series.magnitude, at: record.series)
      try worst.compare(
        try fit.predict(Horizon(10)), record, median: record.mean, floor: series.magnitude)
    }
    // Sums of up to 100 numbers: some roundings of 1e-16, relative to the largest of them.
    worst.expect(within: 2e-14)
  }

  @Test func leavesOutMissingYears() throws {
    let with = try Mean().fit(AnnualSeries([1, nil, 2, 6]))
    let without = try Mean().fit(AnnualSeries([1, 2, 6]))
    #expect(with.mean == without.mean && with.variance == without.variance)
    #expect(with.summary.residuals.map(\.year) == [2000, 2002, 2003])
    #expect(try with.predict(Horizon(3)) == without.predict(Horizon(3)))
  }

  /// By hand: mean 3, variance 7; standard error sqrt(7/3); t(2) scale sqrt(7 · 4/3).
  @Test func estimatesBySampleMoments() throws {
    let fit = try Mean().fit(AnnualSeries([1, 2, 6]))
    let estimate = try #require(fit.summary.parameters.first)
    #expect(estimate.name == "mean" && estimate.degreesOfFreedom == 2)
    #expect(estimate.value == 3 && estimate.standardError == (7.0 / 3).squareRoot())
    let variance: Double = 7 * (1 + 1.0 / 3)
    let expected = [Marginal.Shape.studentT(degreesOfFreedom: 2, location: 3, scale: variance.squareRoot())]
    #expect(try fit.predict(Horizon(1)).steps.map(\.shape) == expected)
    #expect(fit.summary.estimatedParameters == 1 && fit.summary.observations == 3)
  }
}

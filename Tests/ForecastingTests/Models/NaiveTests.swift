import Series
import Testing

@testable import Forecasting

@Suite struct NaiveTests {
  @Test func agreesWithR() throws {
    var worst = Worst()
    for record in try References.models where record.model == "naive" {
      let series = try References.series(record.series)
      let fit = try Naive().fit(series)
      worst.compare(fit.variance, record.sigma2, at: record.series)
      try worst.compare(
        try fit.predict(Horizon(10)), record, median: record.mean, floor: series.magnitude)
    }
    // Sums of up to 99 squares, all positive: some roundings of 1e-16.
    worst.expect(within: 2e-14)
  }

  /// By hand: changes 1 and -3, mean square 5.
  @Test func repeatsTheLastValue() throws {
    let fit = try Naive().fit(AnnualSeries([4, 5, 2]))
    #expect(
      try fit.predict(Horizon(4)).steps.map(\.shape)
        == (1...4).map {
          .normal(mean: 2, standardDeviation: (5 * Double($0)).squareRoot())
        })
    #expect(fit.summary.parameters.isEmpty && fit.summary.estimatedParameters == 0)
    #expect(fit.summary.residuals.map(\.year) == [2001, 2002])
    #expect(fit.summary.residuals.map(\.value) == [1, -3])
  }
}

import Series
import Testing

@testable import Forecasting

@Suite struct QuadraticTrendTests {
  @Test func agreesWithR() throws {
    var worst = Worst()
    for record in try References.models where record.model == "quadratic" {
      let series = try References.series(record.series)
      try worst.compare(QuadraticTrend().fit(series), record, series.magnitude)
      try worst.compare(
        QuadraticTrend().fit(series).predict(Horizon(10)), record, median: record.mean,
        floor: series.magnitude)
    }
    // The columns 1, t, t² have a condition up to 2e4: R's plain QR may lose four digits; ours is refined.
    worst.expect(within: 1e-12)
  }

  @Test func continuesAParabola() throws {
    let fit = try QuadraticTrend().fit(AnnualSeries([1, 4, nil, 16, 25]))
    let forecast = try fit.predict(Horizon(2))
    // Exact up to the rounding of sums of about 100.
    #expect((forecast.steps[0].median - 36).magnitude < 1e-12)
    #expect((forecast.steps[1].median - 49).magnitude < 1e-12)
    #expect(fit.summary.parameters.map(\.name) == ["intercept", "slope", "curvature"])
  }
}

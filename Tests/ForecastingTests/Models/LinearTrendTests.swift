import Series
import Testing

@testable import Forecasting

@Suite struct LinearTrendTests {
  @Test func agreesWithR() throws {
    var worst = Worst()
    for record in try References.models where record.model == "linear" {
      let series = try References.series(record.series)
      try worst.compare(LinearTrend().fit(series), record, series.magnitude)
      try worst.compare(
        LinearTrend().fit(series).predict(Horizon(10)), record, median: record.mean, floor: series.magnitude)
    }
    // R's plain QR loses up to two digits to a design of condition 200; ours is refined.
    worst.expect(within: 1e-12)
  }

  /// The calendar year of a value counts, not its place in the list.
  @Test func stepsOverMissingYears() throws {
    let fit = try LinearTrend().fit(AnnualSeries([1, nil, 5, 7.5, nil, 11]))
    #expect(fit.years == [2000, 2002, 2003, 2005])
    let exact = try LinearTrend().fit(AnnualSeries([1, nil, 5, 7, nil, 11]))
    let forecast = try exact.predict(Horizon(2))
    // A line through small whole numbers: only its own last rounding.
    #expect((forecast.steps[0].median - 13).magnitude < 1e-13)
    #expect((forecast.steps[1].median - 15).magnitude < 1e-13)
  }
}

extension Worst {
  /// Compares coefficients, standard errors, likelihood and AICc of a regression.
  mutating func compare(_ fit: FittedPolynomial, _ record: ModelRecord, _ magnitude: Double) {
    let summary = fit.summary
    let place = "\(record.series) \(record.model)"
    compare(summary.parameters.map(\.value), record.coefficients, floor: 1e-4 * magnitude, at: "\(place) b")
    compare(summary.parameters.map(\.standardError), record.standardErrors, at: "\(place) se")
    compare(summary.residualVariance.squareRoot(), record.sigma, at: "\(place) sigma")
    compare(summary.logLikelihood, record.loglik, floor: 1, at: "\(place) loglik")
    compare(summary.correctedAkaike, record.aicc, floor: 1, at: "\(place) aicc")
    compare(summary.parameters.first?.degreesOfFreedom, record.degreesOfFreedom, at: "\(place) df")
  }
}

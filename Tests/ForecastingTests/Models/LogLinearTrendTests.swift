import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct LogLinearTrendTests {
  @Test func agreesWithR() throws {
    var worst = Worst()
    for record in try References.models where record.model == "log-linear" {
      let series = try References.series(record.series)
      let fit = try TransformedModel(LogLinearTrend()).fit(series)
      let fitted = try #require(fit.fitted as? FittedPolynomial)
      worst.compare(fitted, record, 1)
      let forecast = try fit.predict(Horizon(10))
      try worst.compare(forecast, record, median: record.median)
      worst.compare(forecast.steps.map(\.mean), record.mean, at: "\(record.series) bias-adjusted")
    }
    // As for the line; exp makes an absolute error of the logarithm, up to 10, a relative one.
    worst.expect(within: 1e-12)
  }

  /// The likelihood of the values is that of the logarithms less their sum.
  @Test func bringsTheLikelihoodBackToTheValues() throws {
    let series = try References.series("korea-sma")
    let fit = try TransformedModel(LogLinearTrend()).fit(series)
    let ofLogarithms = try #require(fit.fitted.summary.logLikelihood)
    let sum = series.observations.reduce(0) { $0 + logOf($1.value) }
    let ofValues = try #require(fit.summary.logLikelihood)
    // The logarithms are added in another order.
    #expect(relativeDifference(ofValues, ofLogarithms - sum) < 1e-13)
  }
}

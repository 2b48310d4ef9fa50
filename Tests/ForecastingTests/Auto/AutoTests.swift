import Probability
import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct AutoTests {
  /// Medians, means and both intervals of 62 series: this data package's, textbook ones, and made ones.
  @Test func agreesWithAnImplementationInAnotherLanguage() throws {
    var (medians, means, intervals, multipliers) = (Worst(), Worst(), Worst(), Worst())
    for record in try References.auto where record.values.count > 2 && !record.id.hasPrefix("huge") {
      let series = try AnnualSeries(record.values)
      let fit = try Auto().fit(series)
      let forecast = try fit.predict(Horizon(record.horizon))
      // What is forecast near zero has the roundings of the record's largest value.
      let floor = series.magnitude * 1e-6
      medians.compare(forecast.steps.map(\.median), record.median, floor: floor, at: record.id)
      means.compare(forecast.steps.map(\.mean), record.mean, floor: floor, at: record.id)
      for (level, lower, upper) in [
        (80.0, record.lower80, record.upper80), (95, record.lower95, record.upper95),
      ] {
        let ends = try forecast.intervals(level)
        intervals.compare(ends.map(\.lower), lower, floor: floor, at: "\(record.id) \(level)")
        intervals.compare(ends.map(\.upper), upper, floor: floor, at: "\(record.id) \(level)")
      }
      multipliers.compare(fit.core?.multiplier ?? 0, record.multiplier, at: record.id)
    }
    print("medians \(medians)\nmeans \(means)\nintervals \(intervals)\nmultipliers \(multipliers)")
    // The same arithmetic in another order; normal equations magnify a rounding by the condition of two regressors.
    medians.expect(within: 1e-9)
    means.expect(within: 1e-9)
    intervals.expect(within: 1e-9)
    multipliers.expect(within: 1e-9)
  }
}

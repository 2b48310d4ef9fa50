import Probability
import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct ThetaTests {
  /// With R's own α and l(0) nothing is left to a search: the formulas must agree to rounding.
  ///
  /// 1e-12 of the largest value for forecasts, 1e-10 for drift and variance: R's drift comes from a regression on
  /// uncentred times.
  @Test func agreesWithRAtItsOwnParameters() throws {
    let series = try ThetaReferences.values()
    let records = try ThetaReferences.methods()
    #expect(records.count >= 20)
    for record in records {
      let values = try #require(series[record.series])
      let smoothing = FittedSmoothing(
        smoothing: AdditiveSmoothing(trend: .none, model: Theta.identifier),
        weights: .init(alpha: record.alpha, beta: 0, phi: 1), level: record.l0, slope: 0, values: values,
        firstYear: 1)
      let drift = timeLine(values).slope / 2
      let fitted = FittedThetaMethod(smoothing: smoothing, drift: drift)
      let scale = values.reduce(0) { max($0, $1.magnitude) }
      #expect(relativeDifference(drift, record.drift, floor: scale) < 1e-10, "\(record.series)")
      #expect(relativeDifference(smoothing.variance, record.sigma2) < 1e-10, "\(record.series)")
      try check(fitted, record, scale: scale, tolerance: 1e-12)
    }
  }

  /// R's simplex stops short of the optimum.
  ///
  /// It ends where its objective changes by less than 1e-8 relative; α, which the objective determines
  /// to second order, is then known to about 1e-4, and so are forecasts in units of the error's spread. Ours may be
  /// the better optimum, never a worse one.
  @Test func findsAnOptimumAtLeastAsGoodAsR() throws {
    let series = try ThetaReferences.values()
    var better = 0
    for record in try ThetaReferences.methods() {
      let fitted = try Theta().fit(yearly(try #require(series[record.series])))
      #expect(fitted.smoothing.variance <= record.sigma2 * (1 + 1e-9), "\(record.series)")
      if fitted.smoothing.variance < record.sigma2 * (1 - 1e-6) {
        better += 1
        continue
      }
      let scale = record.upper95[9] - record.lower95[9]
      try check(fitted, record, scale: scale, tolerance: 2e-4)
    }
    #expect(better >= 3)
  }

  private func check(
    _ fitted: FittedThetaMethod, _ record: ThetaReferences.Method, scale: Double, tolerance: Double
  ) throws {
    let forecast = try fitted.predict(Horizon(record.mean.count))
    var worst = 0.0
    for (index, expected) in record.mean.enumerated() {
      worst = max(worst, relativeDifference(forecast.steps[index].median, expected, floor: scale))
      for (percent, lower, upper) in [
        (80.0, record.lower80, record.upper80), (95.0, record.lower95, record.upper95),
      ] {
        let ends = try forecast.steps[index].interval(Level(percent))
        worst = max(worst, relativeDifference(ends.lower, lower[index], floor: scale))
        worst = max(worst, relativeDifference(ends.upper, upper[index], floor: scale))
      }
    }
    #expect(worst < tolerance, "\(record.series)")
  }

  @Test func isInTheCatalog() throws {
    #expect(try ModelCatalog.model(named: "theta") is Theta)
  }

  @Test func refusesWhatItCannotFit() throws {
    #expect(throws: FitError.tooFewObservations(model: Theta.identifier, needed: 4, found: 3)) {
      try Theta().fit(yearly([1, 2, 4]))
    }
    #expect(throws: FitError.missingYears(model: Theta.identifier, years: [2001])) {
      try Theta().fit(yearly([1, nil, 3, 4, 5]))
    }
    #expect(throws: FitError.overflow(model: Theta.identifier)) {
      try Theta().fit(yearly([1.7e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308]))
    }
  }

  /// Nothing is uncertain about a constant, not even a very large one.
  @Test(arguments: [0, -3.5, 1e308]) func keepsAConstant(_ value: Double) throws {
    let forecast = moments(try Theta().fit(yearly([value, value, value, value, value])).predict(Horizon(5)))
    #expect(forecast.allSatisfy { $0.mean == value && $0.deviation == 0 })
  }
}

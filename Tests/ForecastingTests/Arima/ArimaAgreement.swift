import Series
import TestSupport
import Testing

@testable import Forecasting

/// A fit compared with R's of the same order.
struct ArimaAgreement {
  let fit: FittedArima
  let record: ArimaReferences.Record
  /// Our log-likelihood less the exact one of R's coefficients; without that, less the one that R reports.
  let gain: Double

  init(_ fit: FittedArima, _ record: ArimaReferences.Record, exact: Double? = nil) throws {
    self.fit = fit
    self.record = record
    gain = try #require(fit.summary.logLikelihood) - (exact ?? #require(record.loglik))
  }

  /// All given orders that R fits on series without gaps, fitted once for all tests.
  static var given: [ArimaAgreement] { get throws { try storedGiven.get() } }

  private static let storedGiven = Result {
    try ArimaReferences.complete.filter { $0.model == "given" && $0.loglik != nil }.compactMap { record in
      guard let exact = try ArimaReferences.exactLikelihood(record) else { return nil as ArimaAgreement? }
      let fit = try Arima(record.arimaOrder).fit(ArimaReferences.series(record.series))
      return try ArimaAgreement(fit, record, exact: exact)
    }
  }

  var place: String { "\(record.series ?? "-") \(fit.order)" }

  /// The largest difference of the coefficients: absolute for φ and θ, in R's standard errors for a constant.
  var coefficientDifference: Double {
    let ours = fit.summary.parameters.map(\.value)
    let theirs = record.coefficients ?? []
    let errors = record.standardErrors ?? fit.summary.parameters.map(\.standardError)
    guard ours.count == theirs.count, errors.count == ours.count else { return .infinity }
    var worst = 0.0
    for (index, value) in ours.enumerated() {
      guard let expected = theirs[index] else { return .infinity }
      let isConstant = index >= fit.order.autoregressive + fit.order.movingAverage
      let unit = isConstant ? errors[index] ?? fit.variance.squareRoot() : 1
      worst = max(worst, (value - expected).magnitude / unit)
    }
    return worst
  }

  /// The largest absolute difference of φ and θ.
  var lagDifference: Double {
    let ours = fit.autoregressive + fit.movingAverage
    return zip(ours, record.coefficients ?? []).reduce(0) { max($0, ($1.0 - ($1.1 ?? .infinity)).magnitude) }
  }

  /// The largest differences of point forecasts and of the ends of the intervals at 95 %, relative to the standard
  /// error of their year.
  var forecastDifference: Double {
    get throws {
      let steps = try fit.predict(Horizon(10)).steps
      let means = record.mean ?? []
      let errors = record.standardErrorWithoutStart ?? []
      guard means.count == 10, errors.count == 10 else { return .infinity }
      var worst = 0.0
      for (h, step) in steps.enumerated() {
        let (mean, deviation) = step.shape.locationAndScale
        guard let expected = means[h] else { return .infinity }
        for sign in [-1.96, 0, 1.96] {
          let end = mean + sign * deviation - (expected + sign * errors[h])
          worst = max(worst, end.magnitude / errors[h])
        }
      }
      return worst
    }
  }
}

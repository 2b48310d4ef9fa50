import Series
import Testing

@testable import Forecasting

/// How a fitted structural model compares with the best optimum known to statsmodels, gaps included.
struct StructuralAgreement {
  /// Log-likelihood, ours less the best known, relative to the magnitude of the latter.
  private(set) var lowest = (difference: Double.infinity, series: "-")
  /// The series in which ours is higher by more than 0.001.
  private(set) var better: [String] = []
  /// Forecasts where both agree within 0.001: differences in standard errors of the first forecast.
  private(set) var forecasts = Worst()

  init<Model: TrendModel>(_ model: Model) throws where Model.Fitted == FittedStructural {
    let name = Model.identifier.name
    for record in try References.structural where record.model == name && !record.isFixed {
      let fit = try model.fit(References.series(record.series))
      let ours = try #require(fit.summary.logLikelihood)
      let difference = (ours - record.loglik) / record.loglik.magnitude
      if difference < lowest.difference { lowest = (difference, record.series) }
      if ours - record.loglik > 1e-3 { better.append(record.series) }
      guard (ours - record.loglik).magnitude < 1e-3 else { continue }
      for (offset, step) in try fit.predict(Horizon(10)).steps.enumerated() {
        let (mean, deviation) = step.shape.locationAndScale
        let unit = record.standardError[0]
        let place = "\(record.series) \(name)[\(offset)]"
        forecasts.compare((mean - record.mean[offset]) / unit, 0, floor: 1, at: "\(place) mean")
        forecasts.compare((deviation - record.standardError[offset]) / unit, 0, floor: 1, at: "\(place) se")
      }
    }
  }

  func expect(forecastsWithin tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(lowest.difference >= -1e-6, "\(lowest)", sourceLocation: sourceLocation)
    forecasts.expect(within: tolerance, sourceLocation: sourceLocation)
  }
}

import Series
import Testing

@testable import Forecasting

/// How a fitted smoothing compares with the best known optimum and with R's, over all complete series.
///
/// The likelihood of these models has several local maxima, and R's search, which starts from one point, does not
/// always end at the highest. So the likelihood may not be lower than the best of a search from many points; where
/// it is the same, so must be the forecasts.
struct SmoothingAgreement {
  /// Log-likelihood, ours less the best known (bounds as ours), relative to the magnitude of the latter.
  private(set) var lowestAgainstBest = (difference: Double.infinity, series: "-")
  /// Log-likelihood, ours less R's.
  private(set) var lowestAgainstR = (difference: Double.infinity, series: "-")
  /// The series in which R ends more than 0.001 below ours.
  private(set) var betterThanR: [(series: String, gain: Double)] = []
  /// Forecasts where both ends agree within 0.001: differences in residual standard deviations.
  private(set) var forecasts = Worst()

  /// Fits every complete series; the name is that of the references.
  init<Model: TrendModel>(_ model: Model, name: String) throws where Model.Fitted == FittedSmoothing {
    for record in try References.smoothing where record.model == name && !record.isFixed {
      let series = try References.series(record.series)
      let fit = try model.fit(series)
      let ours = try #require(fit.summary.logLikelihood)
      let best = try #require(record.loglikGaussian)
      let difference = (ours - best) / best.magnitude
      if difference < lowestAgainstBest.difference { lowestAgainstBest = (difference, record.series) }
      if (ours - best).magnitude < 1e-3 { try compare(fit, record) }
    }
    for record in try References.models where record.model == name && !record.isFixed && !record.isFallback {
      let ours = try #require(model.fit(References.series(record.series)).summary.logLikelihood)
      let gain = ours - (try #require(record.loglikGaussian))
      if gain < lowestAgainstR.difference { lowestAgainstR = (gain, record.series) }
      if gain > 1e-3 { betterThanR.append((record.series, gain)) }
    }
  }

  private mutating func compare(_ fit: FittedSmoothing, _ record: ModelRecord) throws {
    let deviation = fit.variance.squareRoot()
    let place = "\(record.series) \(record.model)"
    let variances = try #require(record.variance)
    let means = try #require(record.mean)
    for (offset, step) in try fit.predict(Horizon(10)).steps.enumerated() {
      let mean = try #require(means[offset])
      let reference = Marginal(.normal(mean: mean, standardDeviation: variances[offset].squareRoot()))
      forecasts.compare((step.median - mean) / deviation, 0, floor: 1, at: "\(place) mean[\(offset)]")
      for probability in [0.025, 0.1, 0.9, 0.975] {
        let distance = try step.quantile(probability) - reference.quantile(probability)
        forecasts.compare(distance / deviation, 0, floor: 1, at: "\(place) q\(probability)[\(offset)]")
      }
    }
  }

  /// Records an issue where a likelihood is lower than a reference's, or a forecast further away than stated.
  func expect(
    betterThanRIn count: Int, forecastsWithin tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(lowestAgainstBest.difference >= -1e-6, "\(lowestAgainstBest)", sourceLocation: sourceLocation)
    #expect(lowestAgainstR.difference >= -1e-3, "\(lowestAgainstR)", sourceLocation: sourceLocation)
    #expect(betterThanR.count == count, "\(betterThanR)", sourceLocation: sourceLocation)
    forecasts.expect(within: tolerance, sourceLocation: sourceLocation)
  }
}

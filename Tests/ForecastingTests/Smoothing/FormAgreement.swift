import Foundation
import Series
import Testing

@testable import Forecasting

/// The natural logarithm under another name than a field's.
func logarithm(_ value: Double) -> Double { log(value) }

/// How one fitted form compares with the best known optimum and with R's, over all complete series.
///
/// R searches from one point and often stops short of the maximum, so the likelihood may not be lower than the best
/// of a search from many points; where it is the same as a reference's, so must be the forecasts.
struct FormAgreement {
  let form: SmoothingForm
  /// Log-likelihood, ours less the best known, relative to the magnitude of the latter.
  private(set) var lowestAgainstBest = (difference: Double.infinity, series: "-")
  /// Log-likelihood, ours less R's.
  private(set) var lowestAgainstR = (difference: Double.infinity, series: "-")
  /// The series in which R ends more than 0.001 below ours.
  private(set) var betterThanR: [String] = []
  /// Forecasts in residual standard deviations, where both ends agree.
  private(set) var forecasts = Worst()
  private(set) var intervalsOfR = Worst()
  private(set) var count = 0

  /// Fits every complete series up to a length that the form can be fitted to.
  init(_ name: String, longest: Int = .max) throws {
    form = try #require(SmoothingForm(name))
    let key = "ets-" + name.lowercased()
    for record in try References.bestForms where record.model == key && record.refused == nil {
      let series = try References.series(record.series)
      guard series.observationCount <= longest else { continue }
      // Ours admits a multiplicative trend for positive values only.
      if form.isGrowth, series.observations.contains(where: { $0.value <= 0 }) { continue }
      let fit = try ExponentialSmoothing(form: form).fit(series)
      let ours = try #require(fit.summary.logLikelihood)
      let best = try #require(record.loglikGaussian)
      count += 1
      let difference = (ours - best) / best.magnitude
      if difference < lowestAgainstBest.difference { lowestAgainstBest = (difference, record.series) }
      if difference < -1e-6 {
        print(
          "SHORT", form, record.series, ours - best, fit.weights, record.alpha ?? 0, record.beta ?? 0,
          record.phi ?? 0)
      }
      if (ours - best).magnitude < 1e-6 { try compare(fit, record) }
      guard
        let fromR = try References.formsByR.first(where: { $0.model == key && $0.series == record.series }),
        fromR.refused == nil, !fromR.isFallback,
        let likelihood = fromR.fullLogLikelihood(series.observationCount)
      else { continue }
      if ours - likelihood < lowestAgainstR.difference { lowestAgainstR = (ours - likelihood, record.series) }
      if ours - likelihood > 1e-3 { betterThanR.append(record.series) }
      if (ours - likelihood).magnitude < 1e-6, !form.isGrowth { try compareIntervals(fit, fromR) }
    }
  }

  private mutating func compare(_ fit: FittedSmoothing, _ record: FormRecord) throws {
    let steps = try fit.predict(Horizon(10)).steps
    guard !form.isGrowth, let means = record.mean, let variances = record.variance else { return }
    for (offset, step) in steps.enumerated() {
      let mean = try #require(means[offset])
      let deviation = try #require(variances[offset]).squareRoot()
      let (location, scale) = step.shape.locationAndScale
      let place = "\(record.series) \(record.model)[\(offset)]"
      forecasts.compare((location - mean) / deviation, 0, floor: 1, at: "\(place) mean")
      forecasts.compare(scale / deviation, 1, floor: 1, at: "\(place) deviation")
    }
  }

  private mutating func compareIntervals(_ fit: FittedSmoothing, _ record: FormRecord) throws {
    for (offset, step) in try fit.predict(Horizon(10)).steps.enumerated() {
      let deviation = step.shape.locationAndScale.scale
      let place = "\(record.series) \(record.model)[\(offset)]"
      for (probability, ends) in [
        (0.025, record.lower95), (0.1, record.lower80), (0.9, record.upper80), (0.975, record.upper95),
      ] {
        let end = try #require(ends?[offset])
        intervalsOfR.compare(
          (try step.quantile(probability) - end) / deviation, 0, floor: 1, at: "\(place) \(probability)")
      }
    }
  }
}

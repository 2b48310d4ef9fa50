import Series
import Testing

@testable import Forecasting

@Suite struct FittedRegressionTests {
  /// statsmodels' search ends within about 1e-8 of the likelihood's unit, so coefficients agree to 1e-4 of their
  /// standard error; the forecasts follow, in units of their own standard error.
  @Test func agreesWithStatsmodels() throws {
    var compared = 0
    for reference in try RegressionReference.all.get() {
      guard let values = try reference.statsmodels else { continue }
      compared += 1
      let fit = try reference.model().fit(reference.target)
      let summary = fit.summary
      let likelihood = try #require(summary.logLikelihood)
      #expect(abs(likelihood - values.loglik) < 1e-5, "\(reference) \(likelihood) \(values.loglik)")
      let horizon = try Horizon(reference.horizon)
      let steps = try fit.predict(horizon).steps
      let ownErrors = try fit.errors.predict(horizon).steps
      let known = try #require(values.standardErrorKnown)
      let full = try #require(values.standardError)
      for h in steps.indices {
        let (mean, deviation) = steps[h].shape.locationAndScale
        #expect(
          abs(mean - values.mean[h]) < 1e-3 * known[h], "\(reference) mean \(h) \(mean) \(values.mean[h])")
        let alone = ownErrors[h].shape.locationAndScale.scale
        // The dense prediction has the same variance up to the search's end; a moving average on the unit circle
        // is reached only up to 2e-8 there.
        #expect(abs(alone / known[h] - 1) < 1e-4, "\(reference) errors \(h) \(alone) \(known[h])")
        #expect(abs(deviation / full[h] - 1) < 1e-4, "\(reference) spread \(h) \(deviation) \(full[h])")
      }
    }
    #expect(compared == 10)
  }

  /// R's search stops earlier (relative 1e-8 of the likelihood), and its diffuse start costs up to 0.005.
  @Test func isNoLessLikelyThanR() throws {
    for reference in try RegressionReference.all.get() where reference.order != nil {
      let values = try #require(try reference.r)
      let fit = try reference.model().fit(reference.target)
      let likelihood = try #require(fit.summary.logLikelihood)
      #expect(likelihood > values.loglik - 1e-4, "\(reference) \(likelihood) \(values.loglik)")
      #expect(likelihood < values.loglik + 0.01, "\(reference) \(likelihood) \(values.loglik)")
      let steps = try fit.predict(Horizon(reference.horizon)).steps
      let errors = try #require(values.standardErrorWithoutStart)
      for h in steps.indices {
        let mean = steps[h].shape.locationAndScale.location
        #expect(
          abs(mean - values.mean[h]) < 2e-3 * errors[h], "\(reference) mean \(h) \(mean) \(values.mean[h])")
      }
      let names = try #require(values.names)
      let spreads = try #require(values.standardErrors)
      for (index, name) in names.enumerated() {
        guard let spread = spreads[index] else { continue }
        let own =
          switch name {
          case "intercept": "mean"
          case let name where name.hasPrefix("x"): reference.drivers[(Int(name.dropFirst()) ?? 1) - 1]
          default: name
          }
        let estimate = try #require(fit.summary.parameters.first { $0.name == own })
        #expect(
          abs(estimate.value - values.coefficients[index]) < 0.01 * spread,
          "\(reference) \(name) \(estimate.value) \(values.coefficients[index])")
        // Both are second differences of nearly the same surface; near the unit circle they differ most.
        if let error = estimate.standardError {
          #expect(abs(error / spread - 1) < 0.02, "\(reference) \(name) \(error) \(spread)")
        }
      }
    }
  }

  /// The exhaustive likelihood may prefer an order that R's walk passes by: never a worse criterion.
  @Test func choosesNoWorseOrdersThanR() throws {
    for reference in try RegressionReference.all.get() where reference.order == nil {
      let values = try #require(try reference.r)
      let fit = try reference.model().fit(reference.target)
      let criterion = try #require(fit.summary.correctedAkaike)
      let order = [fit.order.autoregressive, fit.order.differences, fit.order.movingAverage]
      let theirs = try #require(values.aicc)
      let theirOrder = try #require(values.order)
      #expect(order[1] == theirOrder[1], "\(reference) \(order) \(theirOrder)")
      #expect(criterion < theirs + 1e-3, "\(reference) \(order) \(criterion), R \(theirOrder) \(theirs)")
    }
  }
}

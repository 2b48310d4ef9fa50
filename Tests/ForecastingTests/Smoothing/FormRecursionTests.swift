import Series
import Testing

@testable import Forecasting

/// Every form at R's own estimates: no search, only the recursion, the likelihood and the forecasts.
@Suite struct FormRecursionTests {
  struct Comparison {
    var states = Worst()
    var likelihood = Worst()
    var intervals = Worst()
    /// Interval ends that both simulate, in the standard deviations of the simulated futures.
    var simulated = Worst()

    init(_ name: String) throws {
      let form = try #require(SmoothingForm(name))
      for record in try References.formsByR
      where record.model == "ets-" + name.lowercased() && record.refused == nil && !record.isFallback {
        let series = try References.series(record.series)
        let values = try #require(series.complete)
        if form.isGrowth, values.contains(where: { $0 <= 0 }) { continue }
        let fit = FittedSmoothing(
          form: form, model: ExponentialSmoothing.identifier,
          weights: SmoothingWeights(
            alpha: try #require(record.alpha), beta: record.beta ?? 0, phi: record.phi ?? 1),
          level: try #require(record.l0), slope: record.b0 ?? 0, values: values, firstYear: series.firstYear)
        let place = "\(record.series) \(name)"
        states.compare(fit.lastLevel, record.levelN, floor: series.magnitude, at: "\(place) level")
        if form.hasTrend {
          states.compare(
            fit.lastSlope, record.slopeN, floor: form.isGrowth ? 1 : series.magnitude, at: "\(place) slope")
        }
        states.compare(fit.variance, record.sigma2, at: "\(place) variance")
        likelihood.compare(
          fit.summary.logLikelihood, record.fullLogLikelihood(values.count), floor: 1,
          at: "\(place) likelihood")
        let forecast = try fit.predict(Horizon(10))
        for (ends, lower, upper) in [
          (try forecast.intervals(80), record.lower80, record.upper80),
          (try forecast.intervals(95), record.lower95, record.upper95),
        ] {
          for offset in ends.indices {
            let deviation = forecast.steps[offset].shape.locationAndScale.scale
            let there = "\(place)[\(offset)]"
            for (ours, theirs) in [
              (ends[offset].lower, lower?[offset]), (ends[offset].upper, upper?[offset]),
            ] {
              let distance = try (ours - #require(theirs)) / deviation
              if form.isGrowth {
                // Where futures come near zero, ours are cut off there and R's are not.
                guard deviation < 0.2 * forecast.steps[offset].median else { continue }
                simulated.compare(distance, 0, floor: 1, at: there)
              } else {
                intervals.compare(distance, 0, floor: 1, at: there)
              }
            }
          }
        }
      }
    }
  }

  @Test(arguments: ["ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN"])
  func linearFormsAgreeWithR(name: String) throws {
    let comparison = try Comparison(name)
    // Recursions of up to 100 steps that forget.
    comparison.states.expect(within: 1e-10)
    comparison.likelihood.expect(within: 1e-10)
    comparison.intervals.expect(within: 1e-8)
  }

  @Test(arguments: ["MMN", "MMdN", "AMN", "AMdN"])
  func multiplicativeTrendsAgreeWithR(name: String) throws {
    let comparison = try Comparison(name)
    comparison.states.expect(within: 1e-10)
    comparison.likelihood.expect(within: 1e-10)
    // An end of 5,000 futures has a standard error of 0.04 deviations, two differ by 0.05: this is four of those, the
    // largest of some thousand.
    #expect(comparison.simulated.count > 500)
    comparison.simulated.expect(within: 0.22)
  }
}

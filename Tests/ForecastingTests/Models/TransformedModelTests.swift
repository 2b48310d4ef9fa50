import Probability
import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct TransformedModelTests {
  static let transforms: [Transform] = [
    .none, .log, .logit, .boxCox(lambda: 0), .boxCox(lambda: 0.5), .boxCox(lambda: -0.5), .boxCox(lambda: 2),
  ]

  @Test func roundTrips() throws {
    for transform in Self.transforms {
      for value in [1e-6, 0.02, 1, 3.5, 50, 99, 99.9999] {
        let there = try #require(transform.forward(value))
        // One rounding on the way there comes back magnified by the condition of the inverse.
        let condition = there.magnitude / (value * transform.derivative(value))
        #expect(
          relativeDifference(transform.inverse(there), value) < 1e-15 * (2 + condition),
          "\(transform) \(value)")
        let step = value * 1e-6
        let (up, down) = (transform.forward(value + step), transform.forward(value - step))
        if let up, let down, transform != .logit || value < 99.9 {
          // A width of 1e-6 of the value, 1e-4 of what is left to 100: its bend, and roundings of what is subtracted.
          let quotient = (up - down) / (2 * step)
          #expect(
            relativeDifference(quotient, transform.derivative(value)) < 1e-8 * (1 + condition),
            "\(transform) \(value)")
        }
      }
    }
  }

  @Test func refusesValuesOutsideTheDomain() throws {
    let zero = try AnnualSeries([3, 0, 2, 4, 5, 6])
    let negative = try AnnualSeries([3, 1, 2, 4, 5, -6])
    let hundred = try AnnualSeries([3, 100, 2, 4, 5, 6])
    for model in ModelCatalog.standard {
      for transform in [Transform.log, .boxCox(lambda: 0.3), .boxCox(lambda: 0), .logit] {
        #expect(throws: FitError.outsideTransform(transform: transform, year: 2001, value: 0)) {
          try TransformedModel(model, transform: transform).fit(zero)
        }
        #expect(throws: FitError.outsideTransform(transform: transform, year: 2005, value: -6)) {
          try TransformedModel(model, transform: transform).fit(negative)
        }
      }
      #expect(throws: FitError.outsideTransform(transform: .logit, year: 2001, value: 100)) {
        try TransformedModel(model, transform: .logit).fit(hundred)
      }
    }
  }

  @Test func takesTheModelsOwnTransform() {
    #expect(TransformedModel(LogLinearTrend()).transform == .log)
    #expect(TransformedModel(LogLinearTrend(), transform: Transform.none).transform == .none)
    #expect(TransformedModel(Drift()).transform == .none)
    #expect(TransformedModel(Drift()).identifier == Drift.identifier)
  }

  /// Quantiles and medians go through the inverse as they are; the mean of a log-normal has a closed form.
  @Test func forecastsComeBackToTheScaleOfTheSeries() throws {
    let series = try References.series("ratio-kor")
    for transform in Self.transforms {
      let fit = try TransformedModel(Drift(), transform: transform).fit(series)
      let inner = try fit.fitted.predict(Horizon(5))
      let outer = try fit.predict(Horizon(5))
      for (before, after) in zip(inner.steps, outer.steps) {
        #expect(after.median == transform.inverse(before.median))
        #expect(try after.quantile(0.1) == transform.inverse(before.quantile(0.1)))
        if transform == .log || transform == .boxCox(lambda: 0) {
          let (location, scale) = before.shape.locationAndScale
          let law = LogNormal(logarithm: try Normal(mean: location, standardDeviation: scale))
          #expect(relativeDifference(after.mean, try #require(law.expectedValue)) < 1e-14)
        }
      }
    }
  }

  /// A likelihood of the values themselves: that of the transformed ones times the derivatives, by hand.
  @Test func likelihoodComparesAcrossTransforms() throws {
    let series = try AnnualSeries([2, 5, 3, 8, 9, 20, 14, 17, 16])
    // Complex smoothing alone is not indifferent to where zero is.
    for model in ModelCatalog.standard where !(model is ComplexSmoothing) {
      let plain = try TransformedModel(model, transform: Transform.none).fit(series).summary.logLikelihood
      // Errors relative to shifted values are other errors, and `ets` may choose them.
      if model is ExponentialSmoothing { continue }
      // λ = 1 only shifts the values by one: the same likelihood.
      let shifted = try TransformedModel(model, transform: .boxCox(lambda: 1)).fit(series).summary
        .logLikelihood
      #expect((plain == nil) == (shifted == nil))
      guard let plain, let shifted else { continue }
      // Searches on numbers that differ in their last digits end within 1e-12 of the same likelihood.
      #expect(relativeDifference(shifted, plain, floor: 1) < 1e-10, "\(type(of: model).identifier)")
    }
  }

  /// A walk has no likelihood of its first value, so that value's derivative does not count.
  @Test func startingValuesHaveNoDerivative() throws {
    let fit = try TransformedModel(Naive(), transform: .log).fit(AnnualSeries([2, 5, 3, 8]))
    let inner = try #require(fit.fitted.summary.logLikelihood)
    let outer = try #require(fit.summary.logLikelihood)
    // Three logarithms added in another order.
    #expect(relativeDifference(outer, inner - logOf(5.0 * 3 * 8)) < 1e-14)
  }

  @Test func keepsWithinTheBounds() throws {
    let falling: [Double?] = [90, 70, 55, 45, 30, 22, 12, 4]
    for model in ModelCatalog.standard {
      for bounds in [Bounds.nonnegative, .positive, .percent] {
        let series = try AnnualSeries(falling, bounds: bounds)
        let forecast = try TransformedModel(model).fit(series).predict(Horizon(20))
        for (step, ends) in zip(forecast.steps, try forecast.intervals(95)) {
          for value in [ends.lower, ends.upper, step.median, step.mean] {
            #expect(value >= bounds.lower && value <= bounds.upper, "\(type(of: model).identifier)")
          }
        }
      }
    }
  }

  /// What brings its own scale can still be fitted under a transform: its quantiles come back through both.
  @Test func aScaleOfItsOwnLiesWithinTheTransform() throws {
    let values: [Double?] = [20, 50, 30, 80, 90, 70, 85, 120, 110]
    let model = try Combination([TransformedModel(Drift(), transform: .log)])
    let inner = try model.fit(AnnualSeries(values.map { $0.map { logOf($0) } })).predict(Horizon(4))
    let outer = try TransformedModel(model, transform: .log).fit(AnnualSeries(values)).predict(Horizon(4))
    for (before, after) in zip(inner.steps, outer.steps) {
      // The curve is exact at its knots, these among them; exp of five.
      #expect((after.median / Transform.log.inverse(before.median) - 1).magnitude < 1e-13)
      for score in [-2.0, -1.25, 1.25, 2] {
        let level = Normal.standard.cumulative(at: score)
        let expected = Transform.log.inverse(try before.quantile(level))
        #expect((try after.quantile(level) / expected - 1).magnitude < 1e-12)
      }
    }
  }

  /// Squares of such changes vanish, and a forecast without width would claim an exact fit.
  @Test func refusesValuesWhoseSquaresVanish() throws {
    for scale in [1e-165, 1e-308] {
      let record = try AnnualSeries([3, 1, 4, 1, 5, 9, 2, 6].map { $0 * scale })
      for model in [
        Mean() as any TrendModel, Drift(), LinearTrend(), SimpleExponentialSmoothing(), LocalLevel(),
      ] {
        #expect(throws: FitError.underflow(model: type(of: model).identifier)) {
          try TransformedModel(model).fit(record)
        }
      }
      // Logarithms and cube roots of them are numbers like any other.
      for model in [TransformedModel(Drift(), transform: .log), TransformedModel(Auto())] {
        let interval = try model.fit(record).predict(Horizon(1)).steps[0].interval(.eighty)
        #expect(interval.lower < interval.upper)
      }
    }
    let constant = try AnnualSeries([1e-165, 1e-165, 1e-165, 1e-165])
    #expect(try TransformedModel(Drift()).fit(constant).predict(Horizon(1)).isCertain)
  }
}

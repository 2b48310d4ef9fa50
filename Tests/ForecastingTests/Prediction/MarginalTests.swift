import Probability
import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct MarginalTests {
  static let transforms: [Transform] = [
    .none, .log, .logit, .boxCox(lambda: 0), .boxCox(lambda: 0.5), .boxCox(lambda: -0.5), .boxCox(lambda: 2),
  ]

  /// Median, both bounds and, where λ is negative, the mean by the same second-order formula.
  @Test func boxCoxAgreesWithR() throws {
    var (values, forecasts, adjusted) = (Worst(), Worst(), Worst())
    for record in try References.models where record.model == "box-cox" {
      let lambda = try #require(record.lambda)
      let transform = Transform.boxCox(lambda: lambda)
      let series = try References.series(record.series)
      let observations = series.observations.map(\.value)
      let place = "\(record.series) λ \(lambda)"
      // R subtracts one from a power where that cancels; the smaller λ, the more digits of 1/λ that costs.
      let floor = 1 / max(lambda.magnitude, 1e-300)
      for (value, stored) in [
        (observations.first, record.transformedFirst), (observations.last, record.transformedLast),
      ] {
        values.compare(value.flatMap(transform.forward), stored, floor: lambda == 0 ? 1 : floor, at: place)
      }
      let means = try #require(record.transformedMean)
      let variances = try #require(record.transformedVariance)
      for step in means.indices {
        let shape = Marginal.Shape.normal(
          mean: means[step], standardDeviation: variances[step].squareRoot())
        let marginal = Marginal(shape, transform: transform)
        guard let median = record.median?[step] else {
          // Even the middle lies beyond the range of the inverse: no forecast is made of it.
          #expect(throws: FitError.forecastOverflow(model: Drift.identifier, yearsAhead: 1)) {
            try PredictiveDistribution([shape], model: Drift.identifier)
              .on(transform, bounds: .unbounded, model: Drift.identifier)
          }
          continue
        }
        forecasts.compare(marginal.median, median, at: "\(place) median")
        for (probability, stored) in [(0.025, record.lower95?[step]), (0.975, record.upper95?[step])] {
          // Outside the range of the inverse R gives none, or with λ > 1 a negative number, which the transform has
          // never seen: ours is the end of the scale, or refused.
          if let stored, stored > 0 {
            forecasts.compare(try marginal.quantile(probability), stored, at: "\(place) \(probability)")
          } else if lambda > 0 {
            #expect(try marginal.quantile(probability) == 0, "\(place)")
          } else {
            #expect(throws: ProbabilityError.notRepresentable(.quantile), "\(place)") {
              try marginal.quantile(probability)
            }
          }
        }
        if lambda < 0 { adjusted.compare(marginal.mean, record.biasAdjusted?[step], at: "\(place) mean") }
      }
    }
    // R's cancellation: the powers are off by 1e-16, relative to the one that is subtracted.
    values.expect(within: 1e-13)
    // Near the end of the range a rounding of 1 + λx is magnified by 1/(λ (1 + λx)), up to a thousand here.
    forecasts.expect(within: 1e-12)
    adjusted.expect(within: 1e-12)
  }

  /// The exact mean and R's expansion to second order agree as far as the next term, of the fourth power of the spread.
  @Test func meanAgreesWithTheExpansionWhereTheSpreadIsSmall() throws {
    for transform in [Transform.boxCox(lambda: 0.5), .boxCox(lambda: 0.2), .boxCox(lambda: 2), .logit] {
      let (location, deviation) = (1.5, 1e-3)
      let marginal = Marginal(.normal(mean: location, standardDeviation: deviation), transform: transform)
      let width = 0.01
      let (left, centre, right) = (
        transform.inverse(location - width), transform.inverse(location), transform.inverse(location + width)
      )
      let bend = (left - 2 * centre + right) / (width * width)
      // The difference quotient is off by 1e-5 of a term that is 1e-6 of the mean.
      #expect(relativeDifference(marginal.mean, centre + bend * deviation * deviation / 2) < 1e-9)
    }
  }

  @Test(arguments: [
    Marginal.Shape.normal(mean: 0.3, standardDeviation: 0.2),
    .studentT(degreesOfFreedom: 5, location: 0.3, scale: 0.2), .draws([-0.1, 0, 0.2, 0.3, 0.3, 0.7, 1]),
  ])
  func quantilesRiseAndSurroundTheMedian(shape: Marginal.Shape) throws {
    for transform in Self.transforms {
      let marginal = Marginal(shape, transform: transform)
      let probabilities = (1...99).map { Double($0) / 100 }
      let quantiles = try probabilities.map { try marginal.quantile($0) }
      #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(relativeDifference(quantiles[49], marginal.median) < 1e-15)
      #expect(marginal.mean > quantiles[9] && marginal.mean < quantiles[89])
      for probability in [0, 1, -0.1, 1.1, Double.nan] {
        #expect(throws: ProbabilityError.self) { try marginal.quantile(probability) }
      }
    }
  }

  /// The distribution function of the shape at the transformed quantile is the probability again.
  @Test func quantileInvertsTheDistributionFunction() throws {
    let law = try Normal(mean: 2, standardDeviation: 0.7)
    for transform in Self.transforms {
      let marginal = Marginal(.normal(mean: 2, standardDeviation: 0.7), transform: transform)
      // λ = -0.5 ends at 2, in the middle of this law.
      for probability in [0.01, 0.2, 0.4, 0.9, 0.999]
      where probability < 0.5 || transform != .boxCox(lambda: -0.5) {
        let back = try #require(transform.forward(marginal.quantile(probability)))
        // exp and log at numbers near ten: roundings of 1e-15, times a density below one.
        #expect((law.cumulative(at: back) - probability).magnitude < 1e-13, "\(transform)")
      }
    }
  }

  @Test func quantilesOfDrawsInterpolate() throws {
    let marginal = Marginal(.draws([1, 2, 4, 8, 16]))
    #expect(try marginal.quantile(0.25) == 2 && marginal.median == 4)
    #expect(try marginal.quantile(0.875) == 12)
    #expect(marginal.mean == 31.0 / 5)
    #expect(Marginal(.draws([3])).median == 3)
    #expect(try Marginal(.draws([3])).quantile(0.9) == 3)
  }

  /// A path among thousands that explodes does not make the mean: what lies beyond one in 400 does not count.
  @Test func meanOfDrawsAfterALogarithmLeavesTheFarthestOut() {
    let even = (0..<4000).map { Double($0) / 4000 }
    let wild = Array(even.dropLast()) + [700]
    let (plain, exploded) = (
      Marginal(.draws(even), transform: .log).mean, Marginal(.draws(wild), transform: .log).mean
    )
    // ∫exp(u)du over [0, 1) = e - 1, by 200 middles of slices.
    #expect((plain - 1.718281828459045).magnitude < 0.005)
    #expect((exploded - plain).magnitude < 0.01)
    #expect(Marginal(.draws([1, 2, 9])).mean == 4)
  }

  @Test func staysWithinWhatIsPossible() throws {
    let low = Marginal(.normal(mean: -1, standardDeviation: 2), bounds: .nonnegative)
    #expect(try low.quantile(0.025) == 0 && low.median == 0 && low.mean == 0)
    #expect(try low.quantile(0.975) > 0)
    let high = Marginal(.studentT(degreesOfFreedom: 4, location: 99, scale: 3), bounds: .percent)
    #expect(try high.quantile(0.975) == 100)
    #expect(high.median == 99)
    let draws = Marginal(.draws([-3, 50, 120]), bounds: .percent)
    #expect(try draws.quantile(0.01) == 0 && draws.quantile(0.99) == 100)
  }

  @Test func refusesAQuantileThatIsNotANumber() throws {
    let far = Marginal(.normal(mean: 700, standardDeviation: 8), transform: .log)
    #expect(far.median.isFinite)
    #expect(throws: ProbabilityError.notRepresentable(.quantile)) { try far.quantile(0.975) }
  }

  @Test func certainValuesHaveNoWidth() throws {
    for shape in [
      Marginal.Shape.normal(mean: 4, standardDeviation: 0),
      .studentT(degreesOfFreedom: 3, location: 4, scale: 0), .draws([4, 4, 4]),
    ] {
      let marginal = Marginal(shape)
      #expect(try marginal.quantile(0.001) == 4 && marginal.quantile(0.999) == 4 && marginal.mean == 4)
    }
  }

  /// What a model brings of its own stays, in its own unit, until another transform comes on top.
  @Test func keepsTheTransformThatAModelBrings() throws {
    let own = Marginal(
      .studentT(degreesOfFreedom: 4, location: 1, scale: 0.5), transform: .boxCox(lambda: 0.5), unit: 200)
    #expect(own.median == 200 * Transform.boxCox(lambda: 0.5).inverse(1))
    let bounded = try own.on(.none, bounds: Bounds.percent)
    #expect(bounded.transform == own.transform && bounded.unit == 200)
    #expect(try bounded.quantile(0.5) == 100 && own.quantile(0.01) == bounded.quantile(0.01))
    let outer = try own.on(.log, bounds: .unbounded)
    #expect(outer.transform == .log && outer.unit == 1)
    // exp of a few hundred: an argument's rounding is magnified by it.
    #expect(relativeDifference(outer.median, Transform.log.inverse(own.median)) < 1e-12)
  }
}

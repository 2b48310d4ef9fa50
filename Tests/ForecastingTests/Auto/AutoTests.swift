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
    // The same arithmetic in another order; normal equations magnify a rounding by the condition of two regressors.
    medians.expect(within: 1e-9)
    means.expect(within: 1e-9)
    intervals.expect(within: 1e-9)
    multipliers.expect(within: 1e-9)
  }

  @Test func refusesWhatCannotBeSquared() throws {
    for record in try References.auto where record.id.hasPrefix("huge") {
      #expect(throws: FitError.overflow(model: Auto.identifier)) {
        try Auto().fit(AnnualSeries(record.values))
      }
    }
    for value in [1.7e308, -1e308, 0] {
      let fit = try Auto().fit(AnnualSeries([Double?](repeating: value, count: 4)))
      #expect(try fit.predict(Horizon(3)).steps.allSatisfy { $0.median == value && $0.mean == value })
    }
  }

  @Test func refusesTwoValues() throws {
    let error = FitError.tooFewObservations(model: Auto.identifier, needed: 3, found: 2)
    #expect(throws: error) { try Auto().fit(AnnualSeries([1, 2])) }
    #expect(throws: error) { try Auto().fit(AnnualSeries([1, nil, nil, 2])) }
  }

  /// From the fewest values on, with zeros, changes of sign and numbers at the lower end of the range.
  @Test(arguments: [Auto.Intervals.calibrated, .native])
  func everyShortRecordHasASoundForecast(intervals: Auto.Intervals) throws {
    let shapes: [[Double]] = [
      [62, 280, 374, 435, 516, 608, 693, 807, 817], [0, 0, 3, 0, 1, 0, 0, 4, 0],
      [5, -3, 0, 2, -8, 1, 4, -1, 2],
      [1, 1, 1, 1, 1, 1, 1, 1, 2], [9, 7, 5, 3, 1, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [1, 3, 2, 0, 0, 10, 20, 1, 4].map { $0 * .leastNonzeroMagnitude },
    ]
    for shape in shapes {
      for count in 3...shape.count {
        let values = Array(shape.prefix(count))
        let fit = try TransformedModel(Auto(intervals: intervals)).fit(AnnualSeries(values))
        try TrendModelTests.requireFinite(fit, "\(values)")
        let forecast = try fit.predict(Horizon(8))
        for step in forecast.steps {
          let quantiles = try [0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999].map { try step.quantile($0) }
          #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 }, "\(values)")
          if values.allSatisfy({ $0 >= 0 }) { #expect(quantiles[0] >= 0, "\(values)") }
        }
      }
    }
  }

  /// The same members and the same centre; only the law around it is the textbook's.
  @Test func nativeIntervalsAreNormalAndGrowWithTheRootOfTheHorizon() throws {
    let series = try References.series("japan-hns")
    let calibrated = try Auto().fit(series)
    let native = try Auto(intervals: .native).fit(series)
    #expect(calibrated.core == native.core)
    let deviation = try #require(native.core?.spread.memberDeviation)
    for (step, (one, other)) in zip(
      try native.predict(Horizon(9)).steps, try calibrated.predict(Horizon(9)).steps
    ).enumerated() {
      #expect(one.median == other.median)
      let scale = one.shape.locationAndScale.scale
      // Box and Cox's scale is three times that of the roots; one square root and two products.
      #expect(relativeDifference(scale, 3 * deviation * Double(step + 1).squareRoot()) < 1e-15)
      if case .normal = one.shape {} else { Issue.record("\(one.shape)") }
      if case .studentT(4, _, _) = other.shape {} else { Issue.record("\(other.shape)") }
    }
  }

  /// By hand: too short for a smoothing error, so the root mean squared change is left; (1, 3, -2) / 4.
  @Test func nativeIntervalsOfAShortRecordAreThoseOfAWalk() throws {
    let fit = try Auto(intervals: .native).fit(AnnualSeries([-1, 0, 3, 1]))
    let deviation = try fit.predict(Horizon(1)).steps[0].shape.locationAndScale.scale
    #expect(relativeDifference(deviation, (14.0 / 3).squareRoot()) < 1e-15)
  }

  /// On the scale of the errors the spread grows every year, and the members' disagreement never turns that around.
  @Test func theScaleGrowsWithTheHorizon() throws {
    for series in try References.completeSeries {
      let forecast = try Auto().fit(series).predict(Horizon(40))
      let scales = forecast.steps.map(\.shape.locationAndScale.scale)
      #expect(zip(scales, scales.dropFirst()).allSatisfy { $0 < $1 }, "\(series.identifier)")
    }
  }

  /// Nine years of the record rest on no source; without them the stretch after the last of them is left.
  @Test func forecastsHostNationSupportWithoutItsUnconfirmedYears() throws {
    let whole = try References.series("japan-hns")
    let unconfirmed: Set = [1981, 1982, 1983, 1984, 1986, 1988, 1991, 1992, 1993]
    let confirmed = try whole.mapValues { year, value in unconfirmed.contains(year) ? nil : value }
    #expect(confirmed.missingYears.count == 9)
    let fit = try TransformedModel(Auto()).fit(confirmed)
    let late = try TransformedModel(Auto()).fit(whole.window(from: 1994, to: nil))
    #expect(try fit.predict(Horizon(5)) == late.predict(Horizon(5)))
    #expect(fit.summary == late.summary)
  }

  /// A logarithm has no natural zero: a hundred times the values give a hundred times the forecast, in the tails too.
  @Test(arguments: [Auto.Intervals.calibrated, .native])
  func underLogarithmsTheUnitHasNoPart(_ intervals: Auto.Intervals) throws {
    let values: [Double?] = [1.3, 1.2, 1.5, 1.4, 1.7, 1.6, 1.9, 1.5, 1.8, 2.1, 1.7, 2.0]
    let model = TransformedModel(Auto(intervals: intervals), transform: .log)
    let one = try model.fit(AnnualSeries(values)).predict(Horizon(8))
    let other = try model.fit(AnnualSeries(values.map { value in value.map { $0 * 100 } })).predict(
      Horizon(8))
    for (small, large) in zip(one.steps, other.steps) {
      for level in [0.025, 0.1, 0.5, 0.9, 0.975] {
        // Logarithms of other size round otherwise; what is left is magnified by the forecast's eight steps.
        #expect(relativeDifference(try small.quantile(level) * 100, try large.quantile(level)) < 1e-9)
      }
      #expect(try small.quantile(0.975) < 20)
    }
  }

  @Test func residualsAreOneStepErrorsInTheUnitOfTheSeries() throws {
    let summary = try Auto().fit(AnnualSeries([10, 20, 40, nil, 60, 70, 90])).summary
    #expect(summary.residuals.map(\.year) == [2004, 2005, 2006])
    #expect(summary.observations == 6 && summary.logLikelihood == nil)
    #expect(summary.parameters.map(\.name) == ["trend multiplier", "cube-root share"])
    // By hand: three values have no smoothing member; the changes 1 and 3 have the mean 2, shrunken by
    // n m² / (n m² + s²) = 12 / (12 + 1), and the median 2.
    let short = try Auto().fit(AnnualSeries([4, 5, 8])).summary
    let change = (24.0 / 13 + 2) / 2
    for (residual, expected) in zip(short.residuals, [1 - change, 3 - change]) {
      #expect(relativeDifference(residual.value, expected) < 1e-14)
    }
  }
}

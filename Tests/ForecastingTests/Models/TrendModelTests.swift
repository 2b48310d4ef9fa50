import Series
import TestSupport
import Testing

@testable import Forecasting

/// What every model refuses and what it never does.
@Suite struct TrendModelTests {
  /// Long enough for every model, short enough for the bootstrap.
  static let record: [Double?] = [
    6804, 6904, 7255, 7469, 7904, 7415, 7600, 8125, 8361, 8695, 9200, 9320, 9441, 9507, 10389,
  ]

  static var identifiers: [String] { ModelCatalog.names }
  /// A combination hands on the refusals of its members; its own tests look at them.
  static let single = ModelCatalog.names.filter { $0 != Combination.identifier.name }

  @Test(arguments: identifiers)
  func aConstantStaysWhereItIs(name: String) throws {
    // Squares of 1e300 overflow, which complex smoothing refuses; its own tests say so.
    for value in name == "ces" ? [5.0, 0.1, 1e-300] : [5.0, 0.1, 1e300, 1e-300] {
      let forecast = try Self.predict(name, [Double?](repeating: value, count: 9))
      for (step, ends) in zip(forecast.steps, try forecast.intervals(95)) {
        // exp(log x) at the far ends of the range is good to the 700 roundings that its argument is large.
        for found in [step.median, step.mean, ends.lower, ends.upper] {
          #expect(relativeDifference(found, value) < 1e-12, "\(name) \(value)")
        }
      }
    }
  }

  @Test(arguments: identifiers)
  func constantsUnderEveryTransformAreFinite(name: String) throws {
    for transform in TransformedModelTests.transforms {
      let model = TransformedModel(try ModelCatalog.model(named: name), transform: transform)
      let fit = try model.fit(AnnualSeries([Double?](repeating: 42, count: 8)))
      try Self.requireFinite(fit, "\(name) \(transform)")
      #expect(relativeDifference(try fit.predict(Horizon(3)).steps[2].median, 42) < 1e-12)
    }
  }

  @Test(arguments: identifiers.filter { $0 != "log-linear" })
  func zerosForecastZero(name: String) throws {
    let forecast = try Self.predict(name, [Double?](repeating: 0, count: 8))
    for (step, ends) in zip(forecast.steps, try forecast.intervals(95)) {
      #expect(step.median == 0 && ends.lower == 0 && ends.upper == 0)
    }
  }

  @Test(arguments: single)
  func refusesOneValueTooFew(name: String) throws {
    let model = try ModelCatalog.model(named: name)
    let description = type(of: model).description
    let needed = description.minimumObservations
    let enough = Array(Self.record.prefix(needed))
    try Self.requireFinite(TransformedModel(model).fit(AnnualSeries(enough)), name)
    let error = FitError.tooFewObservations(
      model: description.identifier, needed: needed, found: needed - 1)
    #expect(throws: error) { try model.fit(AnnualSeries(Array(enough.dropLast()))) }
    #expect(
      throws: FitError.tooFewObservations(model: description.identifier, needed: needed, found: 1)
    ) { try model.fit(AnnualSeries([3])) }
  }

  @Test(arguments: single)
  func refusesMissingYearsOrStepsOverThem(name: String) throws {
    let model = try ModelCatalog.model(named: name)
    let description = type(of: model).description
    var values = Self.record
    values[3] = nil
    values[8] = nil
    values[9] = nil
    let series = try AnnualSeries(values)
    if description.acceptsMissingYears {
      try Self.requireFinite(TransformedModel(model).fit(series), name)
      // Missing years do not count as values.
      let short = try AnnualSeries([1, nil, nil, nil, nil, nil, nil, nil, nil, 2])
      if description.minimumObservations > 2 {
        #expect(
          throws: FitError.tooFewObservations(
            model: description.identifier, needed: description.minimumObservations, found: 2)
        ) { try model.fit(short) }
      }
    } else {
      #expect(throws: FitError.missingYears(model: description.identifier, years: [2003, 2008, 2009])) {
        try model.fit(series)
      }
    }
  }

  /// Values near the ends of the range of numbers: a forecast, or the error that says so; never NaN, never a trap.
  @Test(arguments: identifiers)
  func hugeAndTinyValuesOverflowByName(name: String) throws {
    let shapes: [[Double]] = [
      [1, -1, 1, -1, 1, -1, 1, -1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 0.5], [0, 0, 0, 0, 1, 0, 0, 0, 0],
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], [0.9, 0.2, 0.7, 0.1, 0.8, 0.9, 0.2, 0.3, 0.6],
    ]
    let units = [1e308, 1.7e308, 1e200, 1e154, 1e153, 1e150, 1e-150, 1e-160, 1e-300, .leastNonzeroMagnitude]
    for shape in shapes {
      for unit in units {
        for transform in [Transform.none, .log, .boxCox(lambda: 2), .boxCox(lambda: -2)] {
          let model = TransformedModel(try ModelCatalog.model(named: name), transform: transform)
          let place = "\(name) \(transform) \(unit) \(shape)"
          do throws(FitError) {
            let fit = try model.fit(try Self.series(shape.map { $0 * unit }))
            let forecast = try fit.predict(try Self.horizon(10))
            #expect(forecast.steps.allSatisfy { $0.mean.isFinite && $0.median.isFinite }, "\(place)")
            Self.expectFinite(fit.summary, place)
          } catch {
            switch error {
            // Values of a few subnormal units have no digits for a search to close in on.
            case .overflow, .underflow, .forecastOverflow, .outsideTransform, .didNotConverge: break
            default: Issue.record("\(place): \(error)")
            }
          }
        }
      }
    }
  }

  static func series(_ values: [Double]) throws(FitError) -> AnnualSeries {
    do { return try AnnualSeries(values) } catch { throw .overflow(model: ModelIdentifier("test")) }
  }

  static func horizon(_ years: Int) throws(FitError) -> Horizon {
    do { return try Horizon(years) } catch { throw .didNotConverge(model: ModelIdentifier("test")) }
  }

  static func requireFinite(_ fit: TransformedFit, _ place: String) throws {
    expectFinite(fit.summary, place)
    let forecast = try fit.predict(Horizon(5))
    for (step, ends) in zip(forecast.steps, try forecast.intervals(95)) {
      for value in [step.mean, step.median, ends.lower, ends.upper] { #expect(value.isFinite, "\(place)") }
      #expect(ends.lower <= step.median && step.median <= ends.upper, "\(place)")
    }
  }

  static func expectFinite(_ summary: FitSummary, _ place: String) {
    #expect(summary.residualVariance.isFinite && summary.residualVariance >= 0, "\(place)")
    #expect(summary.logLikelihood?.isFinite ?? true, "\(place)")
    #expect(summary.residuals.allSatisfy { $0.value.isFinite }, "\(place)")
    for estimate in summary.parameters {
      #expect(estimate.value.isFinite, "\(place) \(estimate.name)")
    }
  }

  static func predict(
    _ name: String, _ values: [Double?], firstYear: Int = 2000, years: Int = 10
  ) throws -> PredictiveDistribution {
    let series = try AnnualSeries(identifier: "test", firstYear: firstYear, values: values)
    return try TransformedModel(ModelCatalog.model(named: name)).fit(series).predict(Horizon(years))
  }
}

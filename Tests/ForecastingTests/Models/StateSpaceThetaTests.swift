import Series
import Testing

@testable import Forecasting

/// What the three models of ``ThetaEstimation`` have in common.
@Suite struct StateSpaceThetaTests {
  static let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7, 8.4, 7.9, 9.6, 11.2]

  /// A model with its name and the fewest values it takes.
  struct Case: Sendable, CustomTestStringConvertible {
    let model: any TrendModel
    let name: String
    let fewest: Int
    var testDescription: String { name }
    var identifier: ModelIdentifier { ModelIdentifier(name) }

    func forecast(_ values: [Double?], _ years: Int = 5) throws -> PredictiveDistribution {
      try TransformedModel(model).fit(yearly(values)).predict(Horizon(years))
    }
  }

  static let cases = [
    Case(model: OptimisedTheta(), name: "theta-optimised", fewest: 8),
    Case(model: DynamicOptimisedTheta(), name: "theta-dynamic", fewest: 8),
    Case(model: ShrunkenTheta(), name: "theta-shrunken", fewest: 7),
  ]

  @Test(arguments: cases) func isInTheCatalog(_ theta: Case) throws {
    let found = try ModelCatalog.model(named: theta.name)
    #expect(type(of: found) == type(of: theta.model))
  }

  @Test(arguments: cases) func refusesTooFewValuesAndGaps(_ theta: Case) throws {
    let short = Array(Self.values.prefix(theta.fewest - 1))
    #expect(
      throws: FitError.tooFewObservations(
        model: theta.identifier, needed: theta.fewest, found: theta.fewest - 1)
    ) {
      try theta.forecast(short)
    }
    #expect(throws: FitError.missingYears(model: theta.identifier, years: [2002])) {
      try theta.forecast([1, 2, nil, 4, 5, 6, 7, 8, 9, 10])
    }
  }

  @Test(arguments: cases) func forecastsTheShortestRecordItAccepts(_ theta: Case) throws {
    #expect(try theta.forecast(Array(Self.values.prefix(theta.fewest)), 100).steps.count == 100)
  }

  @Test(arguments: cases) func refusesWhatCannotBeComputedWith(_ theta: Case) throws {
    let huge = (0..<10).map { $0.isMultiple(of: 2) ? 1.7e308 : -1.7e308 }
    let wide = (0..<10).map { 1e200 * Double($0 * $0) }
    for values in [huge, wide] {
      #expect(throws: FitError.overflow(model: theta.identifier)) { try theta.forecast(values) }
    }
  }

  private static let shapeless: [[Double]] = [
    [Double](repeating: 0, count: 9), [Double](repeating: 1e308, count: 9),
    [0, 0, 0, 0, 0, 0, 0, 0, 5], [5, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 7, 0, 0, 0, 0, 0, 0],
    (0..<9).map { 1e150 * Double($0 % 3) },
  ]

  @Test(arguments: cases) func refusesValuesWhoseSquaresVanish(_ theta: Case) throws {
    let tiny = try yearly((0..<9).map { 1e-307 * Double($0 % 4) })
    #expect(throws: FitError.underflow(model: theta.identifier)) {
      try TransformedModel(theta.model).fit(tiny)
    }
  }

  /// Constant, zero and enormous records give numbers, never NaN.
  @Test(arguments: cases) func staysFiniteOnRecordsWithoutShape(_ theta: Case) throws {
    for record in Self.shapeless {
      let fitted = try TransformedModel(theta.model).fit(yearly(record))
      for step in moments(try fitted.predict(Horizon(100))) {
        #expect(step.mean.isFinite && step.deviation.isFinite && step.deviation >= 0, "\(record)")
      }
      let summary = fitted.summary
      #expect(summary.residuals.allSatisfy { $0.value.isFinite } && summary.residualVariance.isFinite)
      #expect(summary.parameters.allSatisfy { $0.value.isFinite }, "\(record)")
    }
  }
}

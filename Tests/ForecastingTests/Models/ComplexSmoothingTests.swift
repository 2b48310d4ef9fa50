import Series
import Testing

@testable import Forecasting

@Suite struct ComplexSmoothingTests {
  static let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7, 8.4, 7.9, 9.6, 11.2]

  @Test func isInTheCatalog() throws {
    #expect(try ModelCatalog.model(named: "ces") is ComplexSmoothing)
  }

  @Test func refusesTooFewValuesAndGaps() throws {
    #expect(throws: FitError.tooFewObservations(model: ComplexSmoothing.identifier, needed: 6, found: 5)) {
      try ComplexSmoothing().fit(yearly(Array(Self.values.prefix(5))))
    }
    #expect(throws: FitError.missingYears(model: ComplexSmoothing.identifier, years: [2002])) {
      try ComplexSmoothing().fit(yearly([1, 2, nil, 4, 5, 6, 7, 8, 9, 10]))
    }
  }

  @Test func forecastsTheShortestRecordItAccepts() throws {
    let forecast = try ComplexSmoothing().fit(yearly(Array(Self.values.prefix(6)))).predict(Horizon(100))
    #expect(forecast.steps.count == 100)
  }

  @Test func refusesWhatCannotBeComputedWith() throws {
    let huge = try yearly((0..<10).map { $0.isMultiple(of: 2) ? 1.7e308 : -1.7e308 })
    #expect(throws: FitError.overflow(model: ComplexSmoothing.identifier)) {
      try ComplexSmoothing().fit(huge)
    }
    let wide = try yearly((0..<10).map { 1e200 * Double($0 * $0) })
    #expect(throws: FitError.overflow(model: ComplexSmoothing.identifier)) {
      try ComplexSmoothing().fit(wide)
    }
  }

  /// Constant, zero, tiny and enormous records give numbers, never NaN.
  @Test func staysFiniteOnRecordsWithoutShape() throws {
    let records: [[Double]] = [
      [Double](repeating: 0, count: 9), [Double](repeating: 1e150, count: 9),
      [0, 0, 0, 0, 0, 0, 0, 0, 5], [5, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 7, 0, 0, 0, 0, 0, 0],
      (0..<9).map { 1e-307 * Double($0) }, (0..<9).map { 1e150 * Double($0 % 3) },
    ]
    for record in records {
      let fitted = try ComplexSmoothing().fit(yearly(record))
      for step in moments(try fitted.predict(Horizon(100))) {
        #expect(step.mean.isFinite && step.deviation.isFinite && step.deviation >= 0, "\(record)")
      }
      let summary = fitted.summary
      #expect(summary.residuals.allSatisfy { $0.value.isFinite } && summary.residualVariance.isFinite)
      #expect(summary.parameters.allSatisfy { $0.value.isFinite }, "\(record)")
    }
  }
}

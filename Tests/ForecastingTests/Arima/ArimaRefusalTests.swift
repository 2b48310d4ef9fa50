import Series
import Testing

@testable import Forecasting

@Suite struct ArimaRefusalTests {
  private func series(_ values: [Double?]) throws -> AnnualSeries {
    try AnnualSeries(identifier: "test", firstYear: 2000, values: values)
  }

  private func order(_ p: Int, _ d: Int, _ q: Int, _ hasConstant: Bool = false) throws -> ArimaOrder {
    try ArimaOrder(autoregressive: p, differences: d, movingAverage: q, hasConstant: hasConstant)
  }

  @Test func refusesTooFewValues() throws {
    let name = ModelIdentifier("arima")
    #expect(throws: FitError.tooFewObservations(model: name, needed: 8, found: 6)) {
      try Arima(order(2, 1, 2, true)).fit(series([1, 3, 2, 5, 4, 6]))
    }
    #expect(throws: FitError.tooFewObservations(model: name, needed: 5, found: 4)) {
      try AutoArima().fit(series([1, 2, nil, 4, 3]))
    }
    #expect(throws: FitError.tooFewObservations(model: name, needed: 4, found: 1)) {
      try Arima(order(0, 1, 0, true)).fit(series([1]))
    }
  }

  /// Large orders would search for seconds and find nothing that the record determines.
  @Test func refusesMoreLagsThanTheRecordDetermines() throws {
    let name = ModelIdentifier("arima")
    func lags(_ order: ArimaOrder, _ values: [Double?], limit: Int, missing: Int) {
      let found = order.autoregressive + order.movingAverage
      #expect(throws: FitError.tooManyLags(model: name, limit: limit, found: found, missingYears: missing)) {
        try Arima(order).fit(series(values))
      }
    }
    let long: [Double?] = (0..<300).map { Double($0 * $0 % 37) }
    lags(try order(5, 0, 5), long, limit: 8, missing: 0)
    lags(try order(4, 0, 3), Array(long.prefix(24)), limit: 6, missing: 0)
    lags(try order(3, 0, 3), Array(long.prefix(12)), limit: 5, missing: 0)
    let gap: [Double?] = long.enumerated().map { $0.offset == 40 ? nil : $0.element }
    lags(try order(3, 0, 3), gap, limit: 5, missing: 1)
    let sparse: [Double?] = long.enumerated().map { $0.offset % 5 == 0 ? $0.element : nil }
    lags(try order(2, 0, 2), sparse, limit: 3, missing: 236)
    // Without a moving average the likelihood has one optimum and ten lags are quickly found.
    #expect(try Arima(order(10, 0, 0)).fit(series(long)).autoregressive.count == 10)
  }

  @Test func refusesALongSpanWithMissingYears() throws {
    var values = [Double?](repeating: nil, count: 1001)
    for year in stride(from: 0, through: 1000, by: 100) { values[year] = Double(year % 7) }
    let models: [any TrendModel] = [Arima(try order(0, 1, 1)), AutoArima()]
    for model in models {
      #expect(throws: FitError.tooManyYears(model: ModelIdentifier("arima"), limit: 1000, found: 1001)) {
        try TransformedModel(model).fit(series(values))
      }
    }
  }

  @Test func refusesValuesThatOverflow() throws {
    let huge = [1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308, -1e308]
    #expect(throws: FitError.overflow(model: ModelIdentifier("arima"))) { try AutoArima().fit(series(huge)) }
    #expect(throws: FitError.overflow(model: ModelIdentifier("arima"))) {
      try Arima(order(1, 1, 0)).fit(series(huge))
    }
    // The mean is there, its variance is not.
    #expect(throws: FitError.overflow(model: ModelIdentifier("arima"))) {
      try Arima(order(0, 0, 0, true)).fit(series([1e308, 1.1e308, 1.2e308, 1.05e308]))
    }
    let flat = try AutoArima().fit(series([1e308, 1e308, 1e308, 1e308, 1e308]))
    #expect(try flat.predict(Horizon(2)).steps.allSatisfy { $0.median == 1e308 })
  }

  @Test func refusesALikelihoodWithoutABound() throws {
    // The differences of a line are one number: ρ goes to one and the variance to nothing.
    let line = try series((0..<12).map { Double($0) })
    #expect(throws: FitError.didNotConverge(model: ModelIdentifier("arima"))) {
      try Arima(order(1, 1, 0)).fit(line)
    }
    #expect(try Arima(order(1, 1, 0, true)).fit(line).predict(Horizon(2)).steps.map(\.median) == [12, 13])
    #expect(try Arima(order(0, 2, 1)).fit(line).predict(Horizon(2)).steps.map(\.median) == [12, 13])
  }

  private static let awkward: [[Double]] = [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [5, 5, 5, 5, 5, 5, 5, 5],
    [0, 0, 0, 0, 0, 0, 0, 1],
    [1, 0, 1, 0, 1, 0, 1, 0],
    [1, 2, 4, 8, 16, 32, 64, 128],
    [1e-300, 2e-300, 1e-300, 3e-300, 2e-300, 1e-300, 2e-300, 3e-300],
    [0, 1, 0, 1, 2, 0, 3, 0].map { 1e15 + $0 },
    [1, 1, 1, 1, 1, 1, 1, 1e12],
    [1e200, -3e200, 2e200, 5e200, -1e200, 0, 1e200, 4e200],
  ]

  @Test(arguments: awkward)
  func givesASoundForecastOrSaysWhyNot(values: [Double]) throws {
    for (model, gaps) in [(false, false), (true, false), (false, true)] {
      var given: [Double?] = values
      if gaps { given[3] = nil }
      let series = try series(given)
      for p in 0...2 {
        for (d, hasConstant) in [(0, false), (0, true), (1, false), (1, true), (2, false)] {
          for q in 0...1 {
            do {
              let fit =
                model ? try AutoArima().fit(series) : try Arima(order(p, d, q, hasConstant)).fit(series)
              let summary = fit.summary
              #expect(summary.residualVariance.isFinite && summary.residualVariance >= 0)
              #expect(summary.logLikelihood?.isFinite != false)
              #expect(summary.residuals.allSatisfy { $0.value.isFinite })
              #expect(summary.parameters.allSatisfy { $0.value.isFinite })
              #expect(try fit.predict(Horizon(20)).steps.allSatisfy(\.isFinite))
            } catch let error as FitError {
              #expect(!error.description.isEmpty)
            }
          }
        }
        if model { break }
      }
    }
  }
}

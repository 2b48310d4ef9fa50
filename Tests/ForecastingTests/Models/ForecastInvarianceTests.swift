import Series
import Testing

@testable import Forecasting

/// What the forecasts of every model have in common, whatever the unit, the origin or the year.
@Suite struct ForecastInvarianceTests {
  @Test(arguments: ModelCatalog.names)
  func narrowIntervalsLieInsideWideOnes(name: String) throws {
    for series in try References.completeSeries where series.values.count <= TheilSenTests.longest {
      let forecast = try TransformedModel(ModelCatalog.model(named: name)).fit(series).predict(Horizon(10))
      let inner = try forecast.intervals(80)
      let outer = try forecast.intervals(95)
      for step in forecast.steps.indices {
        let place: Comment = "\(series.identifier) \(name) \(step)"
        #expect(outer[step].lower < inner[step].lower && inner[step].upper < outer[step].upper, place)
        #expect(inner[step].lower < forecast.steps[step].median, place)
        #expect(forecast.steps[step].median < inner[step].upper, place)
      }
    }
  }

  @Test(arguments: [
    "naive", "drift", "ses", "holt", "damped", "local-level", "local-trend", "linear", "quadratic",
  ])
  func intervalsWidenWithTheHorizon(name: String) throws {
    for series in try References.completeSeries {
      let widths = try ModelCatalog.model(named: name).fit(series).predict(Horizon(20)).widths(95)
      // Equal only where a level does not move at all; widths are differences of numbers near the values.
      let slack = 1e-12 * series.magnitude
      #expect(zip(widths, widths.dropFirst()).allSatisfy { $1 >= $0 - slack }, "\(series.identifier)")
      if name == "naive" || name == "drift" {
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 }, "\(series.identifier)")
      }
    }
  }

  @Test(arguments: ModelCatalog.names)
  func theNumberOfTheYearDoesNotMatter(name: String) throws {
    let forecast = try TrendModelTests.predict(name, TrendModelTests.record)
    for year in [1, 1871, 9000] {
      #expect(try TrendModelTests.predict(name, TrendModelTests.record, firstYear: year) == forecast)
    }
  }

  @Test(arguments: ModelCatalog.names.filter { $0 != "log-linear" })
  func powersOfTwoScaleEveryDigit(name: String) throws {
    let forecast = try TrendModelTests.predict(name, TrendModelTests.record)
    let ends = try forecast.intervals(95)
    for power in [-40, 20] {
      let unit = Double(sign: .plus, exponent: power, significand: 1)
      let scaled = try TrendModelTests.predict(name, TrendModelTests.record.map { $0.map { $0 * unit } })
      #expect(scaled.steps.map(\.median) == forecast.steps.map { $0.median * unit })
      #expect(try scaled.intervals(95).map(\.lower) == ends.map { $0.lower * unit })
      #expect(try scaled.intervals(95).map(\.upper) == ends.map { $0.upper * unit })
    }
  }

  @Test(arguments: ModelCatalog.names)
  func aChangeOfUnitsChangesTheUnitOnly(name: String) throws {
    var worst = Worst()
    let forecast = try TrendModelTests.predict(name, TrendModelTests.record)
    let scaled = try TrendModelTests.predict(name, TrendModelTests.record.map { $0.map { $0 * 1e6 } })
    for (actual, expected) in zip(
      try scaled.intervals(95), try forecast.intervals(95))
    {
      worst.compare(actual.lower, expected.lower * 1e6, at: name)
      worst.compare(actual.upper, expected.upper * 1e6, at: name)
    }
    worst.compare(scaled.steps.map(\.median), forecast.steps.map { $0.median * 1e6 }, at: name)
    // A search runs on values in units of their largest change, so it hardly sees the unit: roundings are left.
    worst.expect(within: 1e-12)
  }

  /// Not of `ets`, which may choose relative errors.
  @Test(arguments: ModelCatalog.names.filter { $0 != "log-linear" && $0 != "ets" })
  func aConstantAddedIsAddedToTheForecast(name: String) throws {
    var worst = Worst()
    let forecast = try TrendModelTests.predict(name, TrendModelTests.record)
    let moved = try TrendModelTests.predict(name, TrendModelTests.record.map { $0.map { $0 - 65_536 } })
    for (actual, expected) in zip(try moved.intervals(95), try forecast.intervals(95)) {
      worst.compare(actual.lower + 65_536, expected.lower, at: name)
      worst.compare(actual.upper + 65_536, expected.upper, at: name)
    }
    // Differences of whole numbers are exact, and a search runs on differences: roundings of larger sums are left.
    worst.expect(within: 1e-12)
  }

  /// Any trend continues a line; what has no trend stays at a level.
  @Test(arguments: ["drift", "linear", "quadratic", "theil-sen", "holt", "local-trend"])
  func continuesAPerfectLine(name: String) throws {
    let forecast = try TrendModelTests.predict(name, (0..<12).map { 100 + 7 * Double($0) })
    for (offset, step) in forecast.steps.enumerated() {
      // Nothing is left to estimate but roundings of numbers near 200, up to a search's last step.
      #expect((step.median - (184 + 7 * Double(offset))).magnitude < 1e-6, "\(offset): \(step.median)")
    }
  }
}

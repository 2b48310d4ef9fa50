import Series
import Testing

@testable import Forecasting

@Suite struct BreuschPaganTests {
  @Test func agreesWithLmtest() throws {
    let vectors = try DiagnosticRecord.vectors
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try References.diagnostics where record.test == "breusch-pagan" {
      let values = try #require(vectors[record.vector])
      let fit = try LinearTrend().fit(AnnualSeries(values))
      let residuals = fit.summary.residuals
      let test = try BreuschPagan.test(residuals.map(\.value), years: residuals.map(\.year))
      #expect(test.degreesOfFreedom == record.degreesOfFreedom)
      statistics.compare(test.statistic, record.statistic, floor: 1e-2, at: record.vector)
      // R takes the tail from one: below 1e-6 it has fewer than the ten digits that are asked for.
      probabilities.compare(test.pValue, record.p, floor: 1e-6, at: record.vector)
    }
    // Squares of residuals whose last digits R's plain QR has lost; n (1 - S/T) cancels where R² is small.
    statistics.expect(within: 1e-9)
    probabilities.expect(within: 1e-8)
  }

  @Test func refusesWhatItCannotTest() {
    let name = BreuschPagan.name
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 3, found: 2)) {
      try BreuschPagan.test([1, 2], years: [2000, 2001])
    }
    #expect(throws: DiagnosticError.uniform(test: name)) {
      try BreuschPagan.test([1, -1, 1, -1], years: [2000, 2001, 2002, 2003])
    }
    #expect(throws: DiagnosticError.fitsExactly(test: name)) {
      try BreuschPagan.test([0, 0, 0], years: [2000, 2001, 2002])
    }
    #expect(throws: DiagnosticError.notFinite(test: name)) {
      try BreuschPagan.test([1, .nan, 3], years: [2000, 2001, 2002])
    }
  }
}

import Testing

@testable import Forecasting

@Suite struct AugmentedDickeyFullerTests {
  @Test func agreesWithTseriesAndUrca() throws {
    let vectors = try DiagnosticRecord.vectors
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try References.diagnostics
    where record.test == "adf-tseries" || (record.test == "adf-urca" && record.type == "trend") {
      let values = try #require(vectors[record.vector])
      let lag = try #require(record.lag)
      guard values.count >= 2 * lag + 5 else { continue }
      let test = try AugmentedDickeyFuller.test(values, lag: lag)
      let place = "\(record.vector) lag \(lag)"
      statistics.compare(test.statistic, record.statistic, floor: 1e-2, at: place)
      if record.test == "adf-tseries" { probabilities.compare(test.pValue, record.p, at: place) }
    }
    // R's QR of lagged levels beside their changes keeps some nine digits; ours is refined.
    statistics.expect(within: 1e-8)
    probabilities.expect(within: 1e-8)
  }

  @Test func defaultLagIsThatOfTseries() {
    #expect(AugmentedDickeyFuller.defaultLag(count: 100) == 4)
    #expect(AugmentedDickeyFuller.defaultLag(count: 48) == 3)
    #expect(AugmentedDickeyFuller.defaultLag(count: 9) == 2)
    #expect(AugmentedDickeyFuller.defaultLag(count: 0) == 0)
  }

  @Test func refusesWhatItCannotTest() {
    let name = AugmentedDickeyFuller.name
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 7, found: 5)) {
      try AugmentedDickeyFuller.test([1, 4, 2, 5, 3], lag: 1)
    }
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 5, found: 5)) {
      try AugmentedDickeyFuller.test([1, 4, 2, 5, 3], lag: -1)
    }
    #expect(throws: DiagnosticError.constant(test: name)) {
      try AugmentedDickeyFuller.test([Double](repeating: 3, count: 9), lag: 1)
    }
    #expect(throws: DiagnosticError.regressionUndetermined(test: name)) {
      try AugmentedDickeyFuller.test((0..<12).map { Double($0) }, lag: 1)
    }
    // No line, and yet each value is that of the year before with its sign turned.
    #expect(throws: DiagnosticError.regressionExact(test: name)) {
      try AugmentedDickeyFuller.test((0..<30).map { $0 % 2 == 0 ? 1 : -1 }, lag: 0)
    }
  }
}

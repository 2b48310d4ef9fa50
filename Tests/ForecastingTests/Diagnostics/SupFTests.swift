import Series
import Testing

@testable import Forecasting

@Suite struct SupFTests {
  @Test func agreesWithStrucchange() throws {
    var statistics = Worst()
    for record in try BreakRecord.of("sup-f") {
      let test = try SupF.test(try References.series(record.series))
      statistics.compare(test.statistic, record.statistic, at: record.series)
      // With a trend the asymptotic probability is too small, never by half.
      let (p, asymptotic) = (try #require(test.pValue), try #require(record.pHansen))
      #expect(p >= asymptotic, "\(record.series)")
    }
    // A difference of sums of squares over one of them.
    statistics.expect(within: 1e-9)
  }

  @Test func refusesWhatItCannotTest() {
    #expect(throws: DiagnosticError.tooFew(test: SupF.name, needed: 10, found: 9)) {
      try SupF.test(AnnualSeries((0..<9).map { Double($0 % 4) }))
    }
    #expect(throws: DiagnosticError.tooMany(test: SupF.name, limit: 1000, found: 1001)) {
      try SupF.test(AnnualSeries((0..<1001).map { Double($0 % 4) }))
    }
    #expect(throws: DiagnosticError.exact(test: SupF.name)) {
      try SupF.test(AnnualSeries((0..<12).map { Double($0) }))
    }
  }
}

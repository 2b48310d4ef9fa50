import Series
import Testing

@testable import Forecasting

@Suite struct RecursiveCUSUMTests {
  @Test func agreesWithStrucchange() throws {
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try BreakRecord.of("rec-cusum") {
      let test = try RecursiveCUSUM.test(try References.series(record.series))
      statistics.compare(test.statistic, record.statistic, at: record.series)
      probabilities.compare(test.pValue, record.p, floor: 1e-6, at: record.series)
    }
    // R computes each recursive residual from an inverse that it updates, and checks it to 1e-8 only.
    statistics.expect(within: 1e-8)
    probabilities.expect(within: 1e-7)
  }

  @Test func isSmallWhereNothingHappens() {
    #expect((RecursiveCUSUM.pValue(0) - 1).magnitude < 1e-15)
    // The 5 % point of the paper is 0.948, the 1 % point 1.143.
    #expect((RecursiveCUSUM.pValue(0.948) - 0.05).magnitude < 2e-4)
    #expect((RecursiveCUSUM.pValue(1.143) - 0.01).magnitude < 1e-4)
  }

  @Test func refusesWhatItCannotTest() {
    let name = RecursiveCUSUM.name
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 5, found: 4)) {
      try RecursiveCUSUM.test(AnnualSeries([1, 4, 2, 5]))
    }
    #expect(throws: DiagnosticError.exact(test: name)) {
      try RecursiveCUSUM.test(AnnualSeries([1, 2, 3, 4, 5, 6, 7]))
    }
  }
}

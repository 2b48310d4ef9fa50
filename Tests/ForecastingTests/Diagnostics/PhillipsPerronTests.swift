import Testing

@testable import Forecasting

@Suite struct PhillipsPerronTests {
  @Test func agreesWithTseries() throws {
    let vectors = try DiagnosticRecord.vectors
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try References.diagnostics where record.test == "pp-tseries" && record.type == "Z(t_alpha)"
    {
      let test = try PhillipsPerron.test(#require(vectors[record.vector]))
      #expect(test.degreesOfFreedom == record.lag.map(Double.init), "\(record.vector)")
      statistics.compare(test.statistic, record.statistic, floor: 1e-2, at: record.vector)
      probabilities.compare(test.pValue, record.p, at: record.vector)
    }
    // R's D is a difference of sums of fourth powers of n, which costs it some digits.
    statistics.expect(within: 1e-8)
    probabilities.expect(within: 1e-8)
  }

  @Test func refusesWhatItCannotTest() {
    let name = PhillipsPerron.name
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 5, found: 4)) {
      try PhillipsPerron.test([1, 4, 2, 5])
    }
    #expect(throws: DiagnosticError.constant(test: name)) { try PhillipsPerron.test([2, 2, 2, 2, 2]) }
    #expect(throws: DiagnosticError.regressionUndetermined(test: name)) {
      try PhillipsPerron.test((0..<12).map { Double($0) })
    }
    #expect(throws: DiagnosticError.regressionExact(test: name)) {
      try PhillipsPerron.test((0..<30).map { $0 % 2 == 0 ? 1 : -1 })
    }
  }
}

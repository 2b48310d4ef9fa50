import Series
import Testing

@testable import Forecasting

@Suite struct ChowTests {
  @Test func agreesWithStrucchange() throws {
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try BreakRecord.of("chow") {
      let test = try Chow.test(try References.series(record.series))
      statistics.compare(test.statistic, record.statistic, floor: 1e-2, at: record.series)
      // R takes the tail from one: below 1e-6 it has fewer than the ten digits that are asked for.
      probabilities.compare(test.pValue, record.p, floor: 1e-6, at: record.series)
      #expect(test.degreesOfFreedom == 2)
    }
    // A difference of sums of squares over one of them.
    statistics.expect(within: 1e-9)
    probabilities.expect(within: 1e-8)
  }

  @Test func namesTheYear() throws {
    let test = try Chow.test(AnnualSeries([1, 2, 1, 2, 1, 9, 8, 9, 8, 9]))
    #expect(test.reading == "the line from 2005, the middle of the record, is another than the one before")
  }

  /// Sums of irregular steps look like two lines, and errors about these follow each other.
  @Test func doesNotTakeAWanderingSeriesForABreak() throws {
    var (state, level) = (5, 0.0)
    let values: [Double] = (0..<60).map { _ in
      state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
      level += Double((state >> 16) % 21) - 10
      return level
    }
    let reading = try Chow.test(AnnualSeries(values)).reading
    #expect(reading.hasSuffix("or the series wanders or turns: \(Chow.caveat)"), "\(reading)")
  }

  @Test func refusesWhatItCannotTest() {
    #expect(throws: DiagnosticError.tooFew(test: Chow.name, needed: 6, found: 5)) {
      try Chow.test(AnnualSeries([1, 4, 2, 5, 3]))
    }
    #expect(throws: DiagnosticError.exactLines(test: Chow.name)) {
      try Chow.test(AnnualSeries([1, 2, 3, 9, 8, 7]))
    }
    #expect(throws: DiagnosticError.exact(test: Chow.name)) {
      try Chow.test(AnnualSeries([1, 2, 3, 4, 5, 6]))
    }
  }
}

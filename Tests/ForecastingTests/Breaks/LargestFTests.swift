import Testing

@testable import Forecasting

@Suite struct LargestFTests {
  @Test func agreesWithStrucchange() throws {
    var worst = Worst()
    for record in try BreakRecord.of("sup-f") {
      let sample = try BreakSample(reference: record.series)
      let least = try #require(record.from)
      let scan = try #require(LargestF(times: sample.times, places: [], least: least))
      let found = scan.largest(sample.values)
      worst.compare(found.statistic, record.statistic, at: record.series)
      #expect(found.place == record.lastOfRegime?.all.first, "\(record.series)")
    }
    // A difference of sums of squares over one of them: roundings of the larger, up to 300 times the smaller.
    worst.expect(within: 1e-9)
  }

  /// One break more within the regimes that the search found, by regressions in R.
  @Test func agreesOnOneBreakMore() throws {
    var worst = Worst()
    for record in try BreakRecord.of("breakpoints") {
      guard let expected = record.oneMore, let places = record.lastOfRegime?.all else { continue }
      let sample = try BreakSample(reference: record.series)
      let scan = LargestF(times: sample.times, places: places, least: try #require(record.least))
      let found = try #require(scan).largest(sample.values)
      worst.compare(found.statistic, expected, at: "\(record.series) \(places)")
    }
    worst.expect(within: 1e-9)
  }

  /// 50,000 draws in R with other random numbers.
  @Test func pValuesAgreeWithASimulationElsewhere() throws {
    for record in try BreakRecord.of("sup-f") {
      let sample = try BreakSample(reference: record.series)
      let scan = LargestF(times: sample.times, places: [], least: try #require(record.from))
      let statistic = try #require(record.statistic)
      let p = try #require(scan).pValue(statistic)
      let expected = try #require(record.pSimulated)
      // Four standard errors of a share in 1,999 draws and one in 50,000, and the draw that is always counted.
      let error = (expected * (1 - expected) * (1 / 1999.0 + 1 / 50_000.0)).squareRoot()
      #expect(
        (p - expected).magnitude <= 4 * error + 1 / 2000.0 + 4 / 50_000.0,
        "\(record.series): \(p) \(expected)")
    }
  }

  @Test func asksForRoomAndForErrors() {
    let times = (0..<9).map { Double($0) }
    #expect(LargestF(times: times, places: [], least: 5) == nil)
    #expect(LargestF(times: times, places: [4], least: 3) == nil)
    #expect(LargestF(times: times, places: [], least: 1) == nil)
    #expect(LargestF(times: times, places: [], least: 3) != nil)
  }
}

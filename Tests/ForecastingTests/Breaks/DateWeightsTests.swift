import Series
import Testing

@testable import Forecasting

@Suite struct DateWeightsTests {
  /// The probabilities of one break by regressions on the whole design, in numpy.
  @Test func agreesWithTheFormula() throws {
    var worst = Worst()
    for record in try JoinedBreakRecord.all {
      guard let expected = record.probabilities, let isJoined = record.joined else { continue }
      let sample = try BreakSample(reference: record.series)
      let search = BreakSearch(sample, least: record.least, most: 1, isJoined: isJoined)
      let candidates = try DateWeights(search, breaks: 1).candidates
      #expect((candidates.reduce(0) { $0 + $1.weight } - 1).magnitude < 1e-14)
      for candidate in candidates {
        worst.compare(
          candidate.weight, expected[candidate.regime.place - record.least], floor: 1,
          at: "\(record.series) \(isJoined) \(candidate.regime.place)")
      }
    }
    // Dates that weigh less than 1e-4 of the likeliest are left out, up to forty of them.
    worst.expect(within: 4e-3)
  }

  @Test func anExactFitLeavesOneDate() throws {
    let values = (0..<14).map { (year: Int) -> Double? in year < 7 ? 1 : 40 - 3 * Double(year) }
    let sample = BreakSample(try AnnualSeries(values))
    let search = BreakSearch(sample, least: 5, most: 1, isJoined: false)
    let candidates = try DateWeights(search, breaks: 1).candidates
    #expect(candidates.map(\.regime.place) == [7])
    #expect(candidates[0].regime.errorVariance == 0)
  }
}

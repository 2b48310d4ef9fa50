import Series
import Testing

@testable import Forecasting

@Suite struct BreakLimitsTests {
  @Test func agreesWithStrucchange() throws {
    var compared = 0
    for record in try BreakRecord.of("breakpoints") {
      guard let places = record.lastOfRegime?.all, !places.isEmpty else { continue }
      let sample = try BreakSample(reference: record.series)
      let ends = [0] + places + [sample.count]
      for (level, lower, upper) in [
        (0.95, record.lower95, record.upper95), (0.90, record.lower90, record.upper90),
      ] {
        for index in places.indices {
          let limits = BreakLimits(
            sample, place: places[index], before: ends[index]..<ends[index + 1],
            after: ends[index + 1]..<ends[index + 2], probability: level)
          let place: Comment = "\(record.series) \(places.count) breaks, \(index + 1), \(level)"
          // Whole numbers: R's root search to 1.2e-4 and ours round to the same, but where R has none.
          #expect(limits.lower == Self.within(sample, lower?[index]), place)
          #expect(limits.upper == Self.within(sample, upper?[index]), place)
          compared += 2
        }
      }
    }
    #expect(compared > 200)
  }

  private static func within(_ sample: BreakSample, _ place: Double?) -> Int? {
    place.flatMap { $0 >= 1 && $0 <= Double(sample.count - 1) ? Int($0) : nil }
  }

  @Test func exactLinesLeaveNoDoubt() throws {
    let sample = BreakSample(try AnnualSeries((0..<12).map { $0 < 6 ? 1 : 4 + Double($0) }))
    let limits = BreakLimits(sample, place: 6, before: 0..<6, after: 6..<12, probability: 0.95)
    #expect(limits == BreakLimits(lower: 6, upper: 6))
  }

  @Test func oneExactLineLeavesNoLaw() throws {
    let values = (0..<12).map { (year: Int) -> Double? in year < 6 ? 1 : Double(year * year % 7) }
    let sample = BreakSample(try AnnualSeries(values))
    let limits = BreakLimits(sample, place: 6, before: 0..<6, after: 6..<12, probability: 0.95)
    #expect(limits == BreakLimits(lower: nil, upper: nil))
  }
}

import Series
import Testing

@testable import Forecasting

@Suite struct GivenBreaksTests {
  static func given(_ years: [Int]) throws(BreakError) -> GivenBreaks {
    try GivenBreaks(years.map { GivenBreaks.Break(year: $0) })
  }

  @Test func sortsAndRefusesDoubles() throws {
    #expect(try Self.given([2008, 1991]).breaks.map(\.year) == [1991, 2008])
    #expect(throws: BreakError.duplicate(year: 1991)) { try Self.given([1991, 2008, 1991]) }
    #expect(throws: BreakError.none) { try Self.given([]) }
    #expect(throws: BreakError.tooManyGiven(21, limit: 20)) { try Self.given(Array(1...21)) }
  }

  @Test func refusesWhatTheSeriesHasNoPlaceFor() throws {
    let series = try AnnualSeries((0..<12).map { Double($0 * $0 % 5) })
    func refusal(_ years: [Int], _ error: BreakError) {
      #expect(throws: FitError.breaks(model: Piecewise.identifier, error)) {
        try Piecewise(.given(Self.given(years))).fit(series)
      }
    }
    refusal([2000], .outside(year: 2000, first: 2000, last: 2011))
    refusal([2012], .outside(year: 2012, first: 2000, last: 2011))
    refusal([-5], .outside(year: -5, first: 2000, last: 2011))
    refusal([2002], .tooClose(first: 2000, last: 2001, needed: 3, found: 2))
    refusal([2010], .tooClose(first: 2010, last: 2011, needed: 3, found: 2))
    refusal([2004, 2006], .tooClose(first: 2004, last: 2005, needed: 3, found: 2))
    #expect(try Piecewise(.given(Self.given([2003, 2009]))).fit(series).joints.map(\.place) == [3, 9])
  }

  /// A break within a gap begins with the next value.
  @Test func aBreakMayFallIntoAGap() throws {
    let series = try AnnualSeries([1, 2, 4, nil, nil, 9, 7, 5, 2])
    let fit = try Piecewise(.given(Self.given([2004]))).fit(series)
    #expect(fit.joints.map(\.place) == [3])
    #expect(fit.joints.map(\.year) == [2004])
    #expect(throws: FitError.self) {
      try Piecewise(.given(Self.given([2006]))).fit(try AnnualSeries([1, 2, nil, nil, nil, nil, 3, 4, 6]))
    }
  }
}

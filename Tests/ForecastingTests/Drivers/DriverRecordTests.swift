import Series
import Testing

@testable import Forecasting

@Suite struct DriverRecordTests {
  /// An origin before the revision sees the values from before it, and of those only what was out.
  @Test func anOriginHasTheVintageOfItsTime() throws {
    let revised = try AnnualSeries([10, 20, 30, 40])
    let record = DriverRecord(
      revised, knownFrom: [2002: 2003], earlier: .init(try AnnualSeries([9, 18, 27]), revisedFrom: 2003))
    #expect(record.known(at: 2002).map(\.value) == [9, 18])
    #expect(record.known(at: 2003).map(\.value) == [10, 20, 30, 40])
    #expect(DriverRecord(revised).known(at: 1990).count == 4)
  }

  /// Every year that lacks is named at once, not only the last of those that one step needs.
  @Test func namesAllYearsThatAreNeeded() throws {
    let record = DriverRecord(try AnnualSeries([1, 3, 2]), path: [2005: 4])
    #expect(throws: DriverError.endsEarly(driver: "test", last: "2002", needed: "2003, 2004, 2006-2008")) {
      try record.requireValues(through: 2008, origin: 2002)
    }
    try record.requireValues(through: 2002, origin: 2002)
  }

  /// A path fills a gap; what is recorded it does not change.
  @Test func aPathFillsAGap() throws {
    let series = try AnnualSeries(
      identifier: "x", observations: [(2000, 1), (2001, 2), (2002, 3), (2004, 5)])
    let filled = try DriverRecord(series, path: [2003: 9]).values(2002...2004, origin: 2002)
    #expect(filled.map { $0?.mean } == [3, 9, 5])
    #expect(try DriverRecord(series).values(2002...2004, origin: 2002).map { $0?.mean } == [3, nil, 5])
    #expect(throws: DriverError.pathOfKnownYear(driver: "x", year: "2004", last: "2004")) {
      try DriverRecord(series, path: [2004: 9]).values(2002...2004, origin: 2002)
    }
  }
}

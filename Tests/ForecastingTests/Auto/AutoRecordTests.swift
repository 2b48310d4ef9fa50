import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct AutoRecordTests {
  @Test func takesAllValuesOfACompleteSeries() throws {
    let record = AutoRecord(try AnnualSeries([1, 2, -4, 3]))
    #expect(record.values == [0.25, 0.5, -1, 0.75] && record.unit == 4)
    #expect(record.years == 2000...2003 && record.filledYears.isEmpty && !record.leavesEarlierValuesOut)
  }

  @Test func takesALongLatestStretchAlone() throws {
    let record = AutoRecord(try AnnualSeries([99, nil, 1, 2, 3, 4, 5, 6, 7, 8]))
    #expect(record.unit == 8 && record.values.count == 8 && record.observationCount == 8)
    #expect(record.years == 2002...2009 && record.leavesEarlierValuesOut && record.filledYears.isEmpty)
  }

  @Test func drawsStraightLinesWhereTheLatestStretchIsShort() throws {
    let record = AutoRecord(try AnnualSeries([8, nil, nil, nil, 2, nil, 3]))
    #expect(record.values == [1, 0.8125, 0.625, 0.4375, 0.25, 0.3125, 0.375] && record.unit == 8)
    #expect(record.filledYears == [2001, 2002, 2003, 2005] && record.observationCount == 3)
    #expect(!record.leavesEarlierValuesOut)
  }

  /// A stretch that stands still says nothing of how far the series moves.
  @Test func drawsStraightLinesWhereTheLatestStretchIsConstant() throws {
    let record = AutoRecord(try AnnualSeries([1, 3, nil, 2, 2, 2, 2, 2, 2, 2, 2]))
    #expect(record.years.lowerBound == 2000 && record.filledYears == [2002] && record.constant == nil)
  }

  @Test func aConstantIsItsValue() throws {
    #expect(AutoRecord(try AnnualSeries([7, nil, 7, 7])).constant == 7)
    #expect(AutoRecord(try AnnualSeries([0, 0, 0])).constant == 0)
    #expect(AutoRecord(try AnnualSeries([-1.5, -1.5])).constant == -1.5)
    #expect(AutoRecord(try AnnualSeries([1, 1.0.nextUp])).constant == nil)
  }

  @Test func endsNearTheLargestNumberDoNotOverflow() throws {
    let record = AutoRecord(try AnnualSeries([-1.7e308, nil, nil, nil, 1.7e308]))
    for (found, wanted) in zip(record.values, [-1, -0.5, 0, 0.5, 1]) {
      // Two products and a quotient.
      #expect((found - wanted).magnitude < 1e-15)
    }
  }
}

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
}

import Testing

@testable import Forecasting

@Suite struct UnitRootTableTests {
  @Test func stopsAtItsEnds() {
    #expect(UnitRootTable.pValue(-9, count: 40) == 0.01)
    #expect(UnitRootTable.pValue(3, count: 40) == 0.99)
    #expect(UnitRootTable.pValue(-4.38, count: 8) == 0.01)
  }

  @Test func givesItsOwnEntriesBack() {
    #expect((UnitRootTable.pValue(-3.45, count: 100) - 0.05).magnitude < 1e-15)
    #expect((UnitRootTable.pValue(-3.60, count: 25) - 0.05).magnitude < 1e-15)
    // Halfway from 25 to 50 the 5 % point is -3.55 (by hand, at 37.5; here at 37 and 38 on either side).
    #expect(UnitRootTable.pValue(-3.55, count: 37) > 0.05)
    #expect(UnitRootTable.pValue(-3.55, count: 38) < 0.05)
  }
}

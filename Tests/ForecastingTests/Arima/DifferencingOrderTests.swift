import Series
import Testing

@testable import Forecasting

@Suite struct DifferencingOrderTests {
  @Test func agreesWithR() throws {
    let records = try ArimaReferences.complete.filter { $0.model == "ndiffs" }
    for record in records {
      let values = try ArimaReferences.series(record.series).observations.map(\.value)
      #expect(DifferencingOrder.estimate(values) == record.kpssLevel, "\(record.series ?? "-")")
    }
    #expect(records.count == 34)
  }

  @Test func leavesConstantsAlone() {
    #expect(DifferencingOrder.estimate([5, 5, 5, 5, 5]) == 0)
    // Steps of a tenth are equal up to rounding: one difference makes them constant, and none is taken from that.
    #expect(DifferencingOrder.estimate((0..<30).map { 0.1 * Double($0) }) == 1)
    #expect(DifferencingOrder.estimate([]) == 0)
  }
}

import Forecasting
import Testing

@Suite struct ArimaOrderTests {
  @Test func saysWhichOrdersCannotBe() {
    #expect(throws: ArimaOrderError.lagOutOfRange(term: "p", value: -1)) {
      try ArimaOrder(autoregressive: -1, differences: 0, movingAverage: 0)
    }
    #expect(throws: ArimaOrderError.lagOutOfRange(term: "q", value: 11)) {
      try ArimaOrder(autoregressive: 0, differences: 0, movingAverage: 11)
    }
    #expect(throws: ArimaOrderError.tooManyLags(11)) {
      try ArimaOrder(autoregressive: 6, differences: 0, movingAverage: 5)
    }
    #expect(throws: ArimaOrderError.differencesOutOfRange(3)) {
      try ArimaOrder(autoregressive: 0, differences: 3, movingAverage: 0)
    }
    #expect(throws: ArimaOrderError.constantOfTwiceDifferenced) {
      try ArimaOrder(autoregressive: 0, differences: 2, movingAverage: 1, hasConstant: true)
    }
  }

  @Test func isWrittenAsInTheLiterature() throws {
    let order = try ArimaOrder(autoregressive: 1, differences: 1, movingAverage: 0, hasConstant: true)
    #expect(order.description == "ARIMA(1,1,0) with drift")
    #expect(order.minimumObservations == 5)
    #expect(ArimaOrderError.lagOutOfRange(term: "p", value: 11).description.contains("p = 11"))
  }
}

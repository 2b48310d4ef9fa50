import Testing

@testable import Forecasting

@Suite struct HorizonTests {
  @Test func takesOneToAHundredYears() throws {
    #expect(try Horizon(1).years == 1 && Horizon(100).years == 100)
  }

  @Test(arguments: [0, 101, -1, .max, .min])
  func refuses(years: Int) {
    #expect(throws: OptionError.horizonOutOfRange(years)) { try Horizon(years) }
  }
}

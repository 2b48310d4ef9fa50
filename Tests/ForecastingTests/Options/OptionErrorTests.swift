import Testing

@testable import Forecasting

@Suite struct OptionErrorTests {
  @Test func saysWhatIsAccepted() {
    #expect(OptionError.horizonOutOfRange(0).description == "horizon 0 is outside 1 to 100 years")
    #expect(
      OptionError.levelOutOfRange(-5).description == "level -5.0 is not strictly between 0 and 100 per cent")
  }
}

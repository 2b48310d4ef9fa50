import Testing

@testable import Forecasting

@Suite struct SignificantFiguresTests {
  @Test func keepsFour() {
    let texts: [(Double, String)] = [
      (0, "0"), (-143.249, "-143.2"), (0.0123456, "0.01235"), (25134, "25130"), (999.96, "1000"), (3, "3"),
      (-2.5, "-2.5"), (1e308, "1e+308"),
    ]
    for (value, text) in texts { #expect(SignificantFigures.text(value) == text) }
  }
}

import Reporting
import Testing

struct NumberTextGroupedTests {
  @Test(arguments: [
    (2_338.9, "2,339"), (999.96, "1,000"), (1_234_567.8, "1,234,568"), (1.8234, "1.823"), (0.5, "0.5"),
    (0, "0"),
    (-1_500, "-1,500"), (12.3, "12.3"), (0.00012346, "0.0001235"),
  ])
  func thousandsArePartedAndFourDigitsStay(_ value: Double, _ text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test func extremesAreWrittenAsTablesDo() {
    #expect(NumberText.grouped(1e300) == "1e300")
    #expect(NumberText.grouped(1e-9) == "1e-9")
    #expect(NumberText.grouped(.nan).isEmpty)
    #expect(NumberText.grouped(.infinity).isEmpty)
  }

  @Test func aShareNearAnEndKeepsADigit() {
    #expect(NumberText.percent(0.687) == "69")
    #expect(NumberText.percent(0.004) == "0.4")
    #expect(NumberText.percent(0.998) == "99.8")
    #expect(NumberText.percent(0) == "0")
    #expect(NumberText.percent(1) == "100")
  }
}

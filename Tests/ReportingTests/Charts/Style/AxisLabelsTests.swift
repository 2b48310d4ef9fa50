import Testing

@testable import Reporting

struct AxisLabelsTests {
  @Test func aNameIsNeverCode() {
    #expect(AxisLabels.expression(["a", "host's", "b\\"]) == "['a','host\\'s','b\\\\'][datum.value]")
    #expect(AxisLabels.expression([]) == "[][datum.value]")
  }
}

import Testing

@testable import LinearAlgebra

@Suite struct NumericSelfTestTests {
  @Test func passesHere() throws {
    let test = try NumericSelfTest.run()
    #expect(test.checks.count == 4)
    #expect(test.passed)
    for check in test.checks {
      #expect((0...15).contains(check.digits), "\(check.name)")
      #expect(check.digits >= check.required, "\(check.name)")
    }
  }

  @Test func failsWhenDigitsAreMissing() {
    let good = NumericSelfTest.Check(name: "good", digits: 9, required: 9)
    let bad = NumericSelfTest.Check(name: "bad", digits: 8.9, required: 9)
    #expect(good.passed && !bad.passed)
    #expect(!NumericSelfTest(checks: [good, bad]).passed)
  }
}

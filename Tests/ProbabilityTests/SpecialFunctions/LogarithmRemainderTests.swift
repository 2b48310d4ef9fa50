import TestSupport
import Testing

@testable import Probability

@Suite struct LogarithmRemainderTests {
  @Test func matchesReferences() throws {
    for pair in try SpecialFunctionReferences.load().special_functions.logarithm_remainder {
      // Half a dozen roundings; the plain difference cancels at most threefold where it is used.
      #expect(relativeDifference(logarithmRemainder(pair[0]), pair[1]) < 2e-15, "\(pair[0])")
    }
  }

  @Test func ratioAndDifferenceSayTheSame() {
    for ratio in [0.51, 0.8, 1, 1.25, 1.49, 4] {
      #expect(
        relativeDifference(
          logarithmRemainder(ratio: ratio, difference: ratio - 1), logarithmRemainder(ratio - 1))
          < 2e-15)
    }
    // Where the value is tiny the difference alone would be -1 and its logarithm lost.
    #expect(
      relativeDifference(logarithmRemainder(ratio: 0x1p-1000, difference: -1), -692.1471805599453) < 1e-15)
  }
}

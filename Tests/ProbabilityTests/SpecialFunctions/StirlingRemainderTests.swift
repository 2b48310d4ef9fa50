import TestSupport
import Testing

@testable import Probability

@Suite struct StirlingRemainderTests {
  /// It is added to logarithms, so its absolute error counts: a few units of Γ and of the power below ten.
  @Test func matchesReferences() throws {
    for pair in try SpecialFunctionReferences.load().special_functions.stirling_remainder {
      #expect(relativeDifference(stirlingRemainder(pair[0]), pair[1], floor: 1) < 2e-15, "\(pair[0])")
    }
  }

  @Test func halfStepRatioMatchesReferences() throws {
    for pair in try SpecialFunctionReferences.load().special_functions.gamma_half_step_ratio {
      // Two gamma functions of a few units each.
      #expect(relativeDifference(gammaHalfStepRatio(pair[0]), pair[1]) < 3e-15, "\(pair[0])")
    }
  }
}

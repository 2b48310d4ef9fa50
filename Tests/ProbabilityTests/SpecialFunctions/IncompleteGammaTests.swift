import TestSupport
import Testing

@testable import Probability

/// Reference values are those of `ChiSquaredTests`, which evaluates P and Q at half its argument.
@Suite struct IncompleteGammaTests {
  @Test func temmeCoefficientsAreThoseOfTheScript() throws {
    #expect(
      temmeCoefficients == (try SpecialFunctionReferences.load().temme_coefficients.compactMap(Double.init)))
  }

  /// P(a + 1, x) = P(a, x) - x^a e^-x / Γ(a + 1), across the border between the series and Temme's expansion.
  @Test(arguments: [0.3, 4, 15.2, 15.9, 80])
  func shapesAreLinkedByRecurrence(shape: Double) {
    let here = IncompleteGamma(shape: shape)
    let next = IncompleteGamma(shape: shape + 1)
    for ratio in [0.4, 0.9, 1.2, 2] {
      let tails = here.tails(at: ratio * shape)
      let shifted = next.tails(at: ratio * shape)
      let step = tails.kernel / shape
      // The larger side of either identity is rounded; both are of order one or cancel at most tenfold.
      #expect(relativeDifference(shifted.lower + step, tails.lower) < 1e-14)
      #expect(relativeDifference(tails.upper + step, shifted.upper) < 1e-14)
    }
  }
}

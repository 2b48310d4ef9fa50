import TestSupport
import Testing

@testable import Probability

/// Reference values are those of `FisherFTests` and `StudentTTests`.
@Suite struct IncompleteBetaTests {
  @Test func wholeParametersArePolynomials() {
    // I_x(2, 3) = x² (6 - 8x + 3x²); x and 1 - x are exact in binary.
    let beta = IncompleteBeta(2, 3)
    for x in [0.125, 0.375, 0.5, 0.75] {
      let tails = beta.tails(x: x, y: 1 - x)
      #expect(relativeDifference(tails.lower, x * x * (6 - 8 * x + 3 * x * x)) < 2e-15)
      // x² (1 - x)³ / B(2, 3), where 1/B = 12.
      #expect(relativeDifference(tails.kernel, 12 * x * x * (1 - x) * (1 - x) * (1 - x)) < 2e-15)
    }
  }

  @Test func swappedExchangesTheTails() {
    let beta = IncompleteBeta(0.7, 12)
    for x in [0.001, 0.05, 0.3] {
      let tails = beta.tails(x: x, y: 1 - x)
      let swapped = beta.swapped.tails(x: 1 - x, y: x)
      // The same terms in another order, times exponentials of logarithms of ten.
      #expect(relativeDifference(tails.lower, swapped.upper) < 1e-14)
      #expect(relativeDifference(tails.upper, swapped.lower) < 1e-14)
    }
  }

  @Test(arguments: [(0.3, 0.4), (0.3, 900), (900, 0.3), (2, 5), (4e4, 6e4)] as [(Double, Double)])
  func lowerOddsUndoTheTail(parameters: (Double, Double)) {
    let beta = IncompleteBeta(parameters.0, parameters.1)
    for p in [1e-40, 1e-5, 0.1, 0.5] {
      let odds = beta.lowerOdds(p)
      // A unit of the odds moves the tail by sqrt(a) units in the body, and by ten times that far out.
      #expect(relativeDifference(beta.tails(x: odds / (1 + odds), y: 1 / (1 + odds)).lower, p) < 1e-12)
    }
  }
}

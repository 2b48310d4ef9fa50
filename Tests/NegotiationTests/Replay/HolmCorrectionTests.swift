import Testing

@testable import Negotiation

@Suite struct HolmCorrectionTests {
  /// Holm by hand: 3 x 0.01, then 2 x 0.04, then the larger of that and 0.05.
  @Test func stepsDownFromTheLeast() {
    #expect(HolmCorrection.adjusted([0.04, 0.01, 0.05]) == [0.08, 0.03, 0.08])
    #expect(HolmCorrection.adjusted([0.6, 0.7]) == [1, 1])
    #expect(HolmCorrection.adjusted([0.02]) == [0.02])
    #expect(HolmCorrection.adjusted([]).isEmpty)
  }
}

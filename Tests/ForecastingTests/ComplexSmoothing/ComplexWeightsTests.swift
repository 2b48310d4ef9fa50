import Testing

@testable import Forecasting

@Suite struct ComplexWeightsTests {
  /// The admissible region as the paper gives it: inside one circle and outside two.
  @Test func regionIsThatOfThePaper() {
    for column in -10...40 {
      for row in -20...30 {
        let (a0, a1) = (0.0973 * Double(column), 0.0971 * Double(row))
        let isAdmissible =
          (a0 - 2.5) * (a0 - 2.5) + a1 * a1 > 1.25
          && (a0 - 0.5) * (a0 - 0.5) + (a1 - 1) * (a1 - 1) > 0.25
          && (a0 - 1.5) * (a0 - 1.5) + (a1 - 0.5) * (a1 - 0.5) < 1.5
        #expect(ComplexWeights(real: a0, imaginary: a1).isStable == isAdmissible, "\(a0) \(a1)")
      }
    }
  }

  @Test func advancesAsTheEquationsSay() {
    let weights = ComplexWeights(real: 1.25, imaginary: 0.75)
    let next = weights.advance(.init(level: 8, potential: 4), error: 2)
    // 8 - 0.25·4 + 0.5·2 and 8 - 0.25·4 + 2·2, exact in binary.
    #expect(next == .init(level: 8, potential: 11))
  }

  /// What is admissible stays; what is not moves to the edge: a ten-thousandth of the way back is outside.
  @Test func movesToTheEdgeOfTheRegion() {
    for column in -10...40 {
      for row in -20...30 {
        let weights = ComplexWeights(real: 0.0973 * Double(column), imaginary: 0.0971 * Double(row))
        let moved = weights.admissible
        if weights.isStable { #expect(moved == weights) }
        // Where two circles meet, a second move may leave the first circle by the edge's slack.
        guard moved.isStable else { continue }
        let (x, y) = (weights.real - moved.real, weights.imaginary - moved.imaginary)
        let further = ComplexWeights(real: moved.real + 1e-4 * x, imaginary: moved.imaginary + 1e-4 * y)
        if !weights.isStable { #expect(!further.isStable, "\(weights)") }
      }
    }
  }
}

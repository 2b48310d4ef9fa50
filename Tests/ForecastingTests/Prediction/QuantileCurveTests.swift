import Forecasting
import Testing

struct QuantileCurveTests {
  @Test func aStraightLineIsANormal() {
    let curve = QuantileCurve(QuantileCurve.scores.map { 10 + 2 * $0 })
    #expect(curve.median == 10)
    // The trapezoidal rule is exact to rounding for a normal.
    #expect((curve.mean - 10).magnitude < 1e-12)
    for score in [-6.0, -3.5, -1.96, 0.1, 2.576, 7.2] {
      #expect((curve.value(atScore: score) - (10 + 2 * score)).magnitude < 1e-12)
    }
  }

  @Test func valuesAreBroughtIntoOrder() {
    let curve = QuantileCurve(QuantileCurve.scores.map { $0 == 0 ? -100 : $0 })
    #expect(zip(curve.values, curve.values.dropFirst()).allSatisfy { $0 <= $1 })
  }
}

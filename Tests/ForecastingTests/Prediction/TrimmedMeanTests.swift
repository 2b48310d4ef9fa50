import Probability
import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct TrimmedMeanTests {
  @Test(arguments: [2.5, 4, 30])
  func isTheMeanOf200EvenQuantiles(degreesOfFreedom: Double) throws {
    for transform in [Transform.boxCox(lambda: 1.0 / 3), .boxCox(lambda: 0.5), .boxCox(lambda: 2)] {
      for scale in [0.1, 1, 5] {
        let marginal = Marginal(
          .studentT(degreesOfFreedom: degreesOfFreedom, location: 1.5, scale: scale), transform: transform)
        var sum = 0.0
        for slice in 0..<200 { sum += try marginal.quantile((Double(slice) + 0.5) / 200) }
        // Two hundred terms, each with the roundings of a quantile.
        #expect(relativeDifference(marginal.mean, sum / 200) < 1e-12)
      }
    }
  }

  @Test func isTheMedianWithoutSpread() {
    let certain = Marginal(
      .studentT(degreesOfFreedom: 4, location: 0.25, scale: 0), transform: .boxCox(lambda: 0.5))
    #expect(certain.mean == certain.median)
  }
}

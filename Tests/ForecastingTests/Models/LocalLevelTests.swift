import Series
import Testing

@testable import Forecasting

@Suite struct LocalLevelTests {
  @Test func reachesTheBestKnownLikelihood() throws {
    // A flat likelihood settles a ratio of variances to about the square root of its last digit.
    try StructuralAgreement(LocalLevel()).expect(forecastsWithin: 1e-5)
  }

  /// R starts from a variance of 10⁴ var(y) in place of infinity: the same model up to that.
  @Test func agreesWithRWhereRReachesTheOptimum() throws {
    var worst = Worst()
    for record in try References.models where record.model == "local-level" {
      let twin = try References.structural.first {
        $0.model == record.model && $0.series == record.series && !$0.isFixed
      }
      guard let shortfall = twin?.rShortfall, shortfall < 1e-4 else { continue }
      let steps = try LocalLevel().fit(References.series(record.series)).predict(Horizon(10)).steps
      let means = try #require(record.mean)
      let errors = try #require(record.standardError)
      for (offset, step) in steps.enumerated() {
        let (mean, deviation) = step.shape.locationAndScale
        let place = "\(record.series)[\(offset)]"
        worst.compare((mean - (means[offset] ?? .nan)) / errors[0], 0, floor: 1, at: "\(place) mean")
        worst.compare((deviation - errors[offset]) / errors[0], 0, floor: 1, at: "\(place) se")
      }
    }
    // That variance moves the first level by 1e-4 of the gap to zero, and R's search ends at 1e-8 of the likelihood.
    worst.expect(within: 2e-4)
  }
}

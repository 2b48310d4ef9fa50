import Testing

@testable import Forecasting

@Suite struct HannanRissanenTests {
  /// A long ARMA(1,1) path from a congruential generator: what a start has to be near of.
  private var path: [Double] {
    var (seed, last, value) = (UInt64(42), 0.0, 0.0)
    return (0..<4000).map { _ in
      var sum = 0.0
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += Double(seed >> 11) / Double(1 << 53)
      }
      let shock = sum - 6
      value = 0.7 * value + shock + 0.4 * last
      last = shock
      return value
    }
  }

  @Test func startsNearTheTruth() throws {
    let start = try #require(HannanRissanen.estimate(path, 1, 1))
    // The standard errors at n = 4000 are near 0.02; the first stage of the method costs some bias.
    #expect((start.phi[0] - 0.7).magnitude < 0.08)
    #expect((start.theta[0] - 0.4).magnitude < 0.08)
  }

  @Test func staysInsideTheRegion() throws {
    let line = (0..<20).map(Double.init)
    for (p, q) in [(1, 0), (2, 1), (0, 2), (3, 3)] {
      guard let start = HannanRissanen.estimate(line, p, q) else { continue }
      #expect(PartialAutocorrelation.rootsExceed(1, start.phi))
      #expect(PartialAutocorrelation.rootsExceed(1, start.theta.map { -$0 }))
    }
    #expect(HannanRissanen.estimate([1, 2, 1], 2, 2) == nil)
    #expect(HannanRissanen.burg([0, 0, 0, 0], 2) == [0, 0])
  }
}

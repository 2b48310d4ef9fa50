import Testing

@testable import Forecasting

@Suite struct ArgmaxDistributionTests {
  @Test func agreesWithStrucchange() throws {
    var worst = Worst()
    for record in try BreakRecord.of("argmax") {
      let (xi, before, after) = (
        try #require(record.xi), try #require(record.phi1), try #require(record.phi2)
      )
      let law = ArgmaxDistribution(sizeRatio: xi, varianceRatio: before * before / (after * after))
      let point = try #require(record.at)
      worst.compare(law.cumulative(at: point), record.p, floor: 1, at: "\(xi) \(before) \(after) \(point)")
    }
    // Sums of three terms that cancel near zero: some roundings of one.
    worst.expect(within: 1e-12)
  }

  @Test func quantilesInvertIt() throws {
    let law = ArgmaxDistribution(sizeRatio: 2, varianceRatio: 0.3)
    for probability in [0.001, 0.025, 0.2, 0.5, 0.9, 0.975, 0.9999] {
      let point = try #require(law.quantile(probability))
      #expect((law.cumulative(at: point) - probability).magnitude < 1e-10, "\(probability)")
    }
  }

  @Test func isSymmetricWhereBothSidesAreAlike() throws {
    let law = ArgmaxDistribution(sizeRatio: 1, varianceRatio: 1)
    #expect((law.cumulative(at: 0) - 0.5).magnitude < 1e-14)
    // The 97.5 % point of Bai (1997), page 563: 11.03 on each side.
    #expect((try #require(law.quantile(0.975)) - 11.03).magnitude < 0.01)
  }

  @Test func millsRatioGoesOnBeyondTheTail() {
    let (left, right) = (ArgmaxDistribution.millsRatio(30), ArgmaxDistribution.millsRatio(30 + 1e-9))
    // The first term left out is 105/30^8, and the two points differ by 1e-9.
    #expect((left / right - 1).magnitude < 1e-9)
    #expect(ArgmaxDistribution.millsRatio(1e6) > 0)
  }
}

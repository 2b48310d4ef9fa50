import Probability
import TestSupport
import Testing

@Suite struct MurphyDecompositionTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("binary", count: 3) {
      let parts = MurphyDecomposition(try EventForecasts(reference))
      let expected = try #require(reference.murphy)
      #expect(agrees(parts.reliability, expected.reliability))
      #expect(agrees(parts.resolution, expected.resolution))
      #expect(agrees(parts.uncertainty, expected.uncertainty))
    }
  }

  @Test func addsUpToTheScore() throws {
    let generator = CounterGenerator(seed: 8, stream: 0)
    let probabilities = (0..<400).map { (10 * generator.uniform(at: UInt64($0))).rounded() / 10 }
    let outcomes = probabilities.indices.map { generator.uniform(at: UInt64(1_000 + $0)) < probabilities[$0] }
    let forecasts = try EventForecasts(probabilities: probabilities, outcomes: outcomes)
    // Sums of 400 terms on either side.
    #expect(
      relativeDifference(MurphyDecomposition(forecasts).brierScore, BrierScore.meanScore(forecasts)) < 1e-12)
  }
}

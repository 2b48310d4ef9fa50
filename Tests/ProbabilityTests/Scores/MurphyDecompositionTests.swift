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

  private struct Binned: Decodable {
    struct Case: Decodable {
      var probabilities: [Double]
      var outcomes: [Int]
      var reliability, resolution, uncertainty, within_bins, brier: Double
    }
    var cases: [Case]
  }

  @Test func binsMatchReferencesAndAddUpWithWhatIsWithinThem() throws {
    let references = try References.load("murphy_bins", as: Binned.self).cases
    try #require(references.count == 6)
    for reference in references {
      let forecasts = try EventForecasts(
        probabilities: reference.probabilities, outcomes: reference.outcomes.map { $0 == 1 })
      let parts = MurphyDecomposition(forecasts, tenths: true)
      // Sums of at most 400 terms of at most one: a few units in the last place of one.
      #expect(abs(parts.reliability - reference.reliability) < 1e-13)
      #expect(abs(parts.resolution - reference.resolution) < 1e-13)
      #expect(abs(parts.uncertainty - reference.uncertainty) < 1e-13)
      #expect(abs(parts.withinBins - reference.within_bins) < 1e-13)
      #expect(abs(parts.brierScore - reference.brier) < 1e-13)
      #expect(abs(parts.brierScore - BrierScore.meanScore(forecasts)) < 1e-13)
    }
  }
}

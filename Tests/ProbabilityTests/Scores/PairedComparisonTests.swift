import Probability
import Testing

@Suite struct PairedComparisonTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("paired_comparison", count: 1) {
      let comparison = try PairedComparison(
        modelScores: #require(reference.model_scores), baselineScores: #require(reference.baseline_scores))
      #expect(agrees(comparison.meanDifference, try #require(reference.mean_difference)))
      #expect(agrees(try #require(comparison.skill), try #require(reference.skill)))
      #expect(agrees(try #require(comparison.tStatistic), try #require(reference.t_statistic)))
      #expect(
        agrees(try comparison.signFlipProbability(), try #require(reference.exact_sign_flip_p_one_sided)))
    }
  }

  /// All sign patterns, one by one.
  @Test func signFlipsAreCountedInFull() throws {
    let generator = CounterGenerator(seed: 12, stream: 0)
    for count in 1...11 {
      // Whole numbers, so that there are ties.
      let differences = (0..<count).map { (3 * generator.normal(at: UInt64(20 * count + $0))).rounded() }
      let comparison = try PairedComparison(
        modelScores: differences, baselineScores: [Double](repeating: 0, count: count))
      let observed = differences.reduce(0, +)
      let patterns = 0..<(1 << count)
      let low = patterns.count { pattern in
        let flipped = differences.indices.map { pattern >> $0 & 1 == 1 ? -differences[$0] : differences[$0] }
        return flipped.reduce(0, +) <= observed
      }
      #expect(try comparison.signFlipProbability() == Double(low) / Double(patterns.count))
    }
  }

  @Test func tiesDoNotHangOnRounding() throws {
    // 0.1 + 0.2 - 0.3 is not zero in binary, yet flipping all three changes nothing.
    let comparison = try PairedComparison(modelScores: [0.1, 0.2, 0], baselineScores: [0, 0, 0.3])
    // Subsets of {0.1, 0.2, -0.3} with a sum of zero or more: {}, {1}, {2}, {1, 2}, {1, 2, 3}.
    #expect(try comparison.signFlipProbability() == 5.0 / 8)
  }

  @Test func betterEveryTimeIsTheSmallestProbability() throws {
    let scores = (1...40).map(Double.init)
    let comparison = try PairedComparison(modelScores: scores.map { $0 / 2 }, baselineScores: scores)
    #expect(try comparison.signFlipProbability() == 0x1p-40)
  }

  @Test func figuresThatDoNotExistAreNil() throws {
    let single = try PairedComparison(modelScores: [1], baselineScores: [2])
    #expect(single.tStatistic == nil)
    #expect(try PairedComparison(modelScores: [1, 2], baselineScores: [2, 3]).tStatistic == nil)
    #expect(try PairedComparison(modelScores: [1], baselineScores: [0]).skill == nil)
  }

  @Test func refusesWhatIsNoComparison() {
    #expect(throws: ProbabilityError.tooFew(.modelScores, minimum: 1, actual: 0)) {
      try PairedComparison(modelScores: [], baselineScores: [])
    }
    #expect(throws: ProbabilityError.lengthMismatch(.baselineScores, expected: 1, actual: 2)) {
      try PairedComparison(modelScores: [1], baselineScores: [1, 2])
    }
    #expect(throws: ProbabilityError.notFinite(.modelScores, index: 1)) {
      try PairedComparison(modelScores: [1, .nan], baselineScores: [1, 2])
    }
    #expect(throws: ProbabilityError.notFinite(.baselineScores, index: 0)) {
      try PairedComparison(modelScores: [1, 2], baselineScores: [.infinity, 2])
    }
    #expect(throws: ProbabilityError.notRepresentable(.pairedComparison)) {
      try PairedComparison(modelScores: [1e200], baselineScores: [0])
    }
    #expect(throws: ProbabilityError.tooMany(.modelScores, maximum: 40, actual: 41)) {
      try PairedComparison(
        modelScores: [Double](repeating: 1, count: 41), baselineScores: [Double](repeating: 2, count: 41)
      ).signFlipProbability()
    }
  }
}

import Foundation
import Probability
import TestSupport
import Testing

@Suite struct IntervalCoverageTests {
  @Test func matchesReferences() throws {
    for reference in try ScoreReferences.cases("coverage", count: 1) {
      let level = try #require(reference.nominal)
      let lower = try #require(reference.lower).values
      let upper = try #require(reference.upper).values
      let intervals = try zip(lower, upper).map { try PredictionInterval(lower: $0, upper: $1, level: level) }
      let coverage = try IntervalCoverage(
        intervals: intervals, observations: #require(reference.observations))
      #expect(coverage.hits == reference.hits)
      #expect(agrees(coverage.rate, try #require(reference.coverage)))
      let bounds = try coverage.confidenceInterval(confidence: 0.9)
      let expected = try #require(reference.clopper_pearson_90)
      #expect(agrees(bounds.lowerBound, expected[0]))
      #expect(agrees(bounds.upperBound, expected[1]))
    }
  }

  @Test func extremesHaveClosedForms() throws {
    let none = try IntervalCoverage(hits: 0, count: 10).confidenceInterval(confidence: 0.95)
    let all = try IntervalCoverage(hits: 10, count: 10).confidenceInterval(confidence: 0.95)
    // 1 - (α/2)^(1/n), computed with one power here.
    let bound = 1 - pow(0.025, 0.1)
    #expect(none.lowerBound == 0)
    #expect(relativeDifference(none.upperBound, bound) < 1e-14)
    #expect(relativeDifference(all.lowerBound, 1 - bound) < 1e-14)
    #expect(all.upperBound == 1)
  }

  @Test func boundsAreWhereTheTailsAre() throws {
    let bounds = try IntervalCoverage(hits: 3, count: 8).confidenceInterval(confidence: 0.8)
    func atLeastThree(_ p: Double) -> Double {
      1 - pow(1 - p, 8) - 8 * p * pow(1 - p, 7) - 28 * p * p * pow(1 - p, 6)
    }
    func exactlyThree(_ p: Double) -> Double { 56 * p * p * p * pow(1 - p, 5) }
    // Four terms of order one add up to a tenth.
    #expect(relativeDifference(atLeastThree(bounds.lowerBound), 0.1) < 1e-13)
    let atMostThree = 1 - atLeastThree(bounds.upperBound) + exactlyThree(bounds.upperBound)
    #expect(relativeDifference(atMostThree, 0.1) < 1e-13)
  }

  @Test func refusesWhatIsNoCount() throws {
    #expect(throws: ProbabilityError.notPositive(.trials, value: 0)) {
      try IntervalCoverage(hits: 0, count: 0)
    }
    #expect(throws: ProbabilityError.negative(.successes, value: -1)) {
      try IntervalCoverage(hits: -1, count: 3)
    }
    #expect(throws: ProbabilityError.moreSuccessesThanTrials(successes: 4, trials: 3)) {
      try IntervalCoverage(hits: 4, count: 3)
    }
    #expect(throws: ProbabilityError.tooFew(.intervals, minimum: 1, actual: 0)) {
      try IntervalCoverage(intervals: [], observations: [])
    }
    let interval = try PredictionInterval(lower: 0, upper: 1, level: 0.5)
    #expect(throws: ProbabilityError.lengthMismatch(.observation, expected: 1, actual: 0)) {
      try IntervalCoverage(intervals: [interval], observations: [])
    }
    #expect(throws: ProbabilityError.notFinite(.observation, index: 0)) {
      try IntervalCoverage(intervals: [interval], observations: [.nan])
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.level, value: 1)) {
      try IntervalCoverage(hits: 1, count: 3).confidenceInterval(confidence: 1)
    }
  }
}

import Probability
import Testing

@Suite struct ProbabilityErrorTests {
  @Test(
    arguments: [
      (.notFinite(.members, index: 3), "members[3] is not a finite number"),
      (.notPositive(.scale, value: -1), "scale is -1.0, must be greater than 0"),
      (.negative(.weights, value: -2, index: 0), "weights[0] is -2.0, must not be negative"),
      (.outsideUnitInterval(.level, value: 95), "level is 95.0, must lie between 0 and 1"),
      (.tooFew(.members, minimum: 2, actual: 1), "members: 1 given, at least 2 needed"),
      (.tooMany(.modelScores, maximum: 40, actual: 41), "model scores: 41 given, at most 40 possible"),
      (.lengthMismatch(.levels, expected: 2, actual: 3), "levels: 3 given, 2 expected"),
      (.notSummingToOne(.probabilities, total: 0.5), "probabilities add up to 0.5, must add up to 1"),
      (.weightless(.weights), "weights are all 0"),
      (.reversedBounds(lower: 2, upper: 1), "lower bound 2.0 exceeds upper bound 1.0"),
      (.unknownCategory(index: 4, count: 4), "category 4 was observed, only 0 to 3 were forecast"),
      (.moreSuccessesThanTrials(successes: 4, trials: 3), "4 successes in 3 trials"),
      (.undefined(.variance), "variance is undefined for this distribution"),
      (.notRepresentable(.logLoss, index: 2), "log loss at 2 is infinite or too large for a number"),
    ] as [(ProbabilityError, String)])
  func describesItself(error: ProbabilityError, sentence: String) {
    #expect(error.description == sentence)
  }
}

import Probability
import Testing

/// The reference values of `value` are checked beside the log scores of the same cases, in `LogScoreTests`.
@Suite struct ProbabilityIntegralTransformTests {
  @Test func ofAnEnsembleIsAStep() throws {
    let members = [3, 1, 2, 2.0]
    #expect(try ProbabilityIntegralTransform.range(ensemble: members, observation: 0) == 0...0)
    #expect(try ProbabilityIntegralTransform.range(ensemble: members, observation: 2) == 0.25...0.75)
    #expect(try ProbabilityIntegralTransform.range(ensemble: members, observation: 2.5) == 0.75...0.75)
    #expect(try ProbabilityIntegralTransform.range(ensemble: members, observation: 3) == 0.75...1)
  }

  @Test func refusesWhatHasNoValue() {
    #expect(throws: ProbabilityError.notFinite(.observation)) {
      try ProbabilityIntegralTransform.value(Normal.standard, observation: .nan)
    }
    #expect(throws: ProbabilityError.tooFew(.members, minimum: 1, actual: 0)) {
      try ProbabilityIntegralTransform.range(ensemble: [], observation: 1)
    }
    #expect(throws: ProbabilityError.notFinite(.members, index: 0)) {
      try ProbabilityIntegralTransform.range(ensemble: [.infinity], observation: 1)
    }
  }
}

import Negotiation
import Testing

@Suite struct ExponentialSurvivalTests {
  @Test func agreesWithTheReferences() throws {
    for reference in try FitReferences.calibration.survival {
      let fit = try ExponentialSurvival(try reference.eventTimes)
      // The references are given to nine digits.
      #expect(abs(fit.rate - reference.exponentialRateMle) < 1e-9)
      for expected in reference.predictedSurvival {
        #expect(abs(fit.survival(at: expected.time) - expected.exponential) < 2e-9)
      }
    }
    for reference in try FitReferences.fits.durations {
      // One division of sums.
      #expect(abs(try ExponentialSurvival(try reference.eventTimes).rate - reference.rate) < 1e-15)
    }
  }

  @Test func refusesWhatGivesNoRate() {
    #expect(throws: NegotiationError.outOfRange(what: "number of events", value: 0, expected: "at least 1")) {
      _ = try ExponentialSurvival([try EventTime(3, isObserved: false)])
    }
    #expect(throws: NegotiationError.self) {
      _ = try ExponentialSurvival([try EventTime(1.7e308), try EventTime(1.7e308)])
    }
  }

  @Test func survivesUntilItBegins() throws {
    #expect(try ExponentialSurvival([try EventTime(3)]).survival(at: -1) == 1)
  }
}

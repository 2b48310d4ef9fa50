import Negotiation
import Testing

@Suite struct KaplanMeierTests {
  @Test func agreesWithLifelines() throws {
    for reference in try FitReferences.calibration.survival {
      let estimate = try KaplanMeier(try reference.eventTimes)
      try #require(estimate.steps.count == reference.kaplanMeierAndNelsonAalen.count)
      for (step, expected) in zip(estimate.steps, reference.kaplanMeierAndNelsonAalen) {
        #expect((step.time, step.atRisk, step.events) == (expected.time, expected.atRisk, expected.events))
        // The references are given to nine digits.
        #expect(abs(step.survival - expected.survival) < 1e-9)
        #expect(abs(step.cumulativeHazard - expected.cumulativeHazard) < 1e-9)
      }
      for expected in reference.predictedSurvival {
        #expect(abs(estimate.survival(at: expected.time) - expected.kaplanMeier) < 1e-9)
      }
    }
  }

  @Test func takesTiedEventsOneAfterTheOther() throws {
    for reference in try FitReferences.fits.durations {
      let estimate = try KaplanMeier(try reference.eventTimes)
      for (index, time) in reference.at.enumerated() {
        // Sums and products of forty terms, in another order.
        #expect(abs(estimate.survival(at: time) - reference.survival[index]) < 1e-12)
        #expect(abs(estimate.cumulativeHazard(at: time) - reference.cumulativeHazard[index]) < 1e-12)
      }
    }
  }

  @Test func beginsWithoutAnEvent() throws {
    let estimate = try KaplanMeier([try EventTime(3), try EventTime(5, isObserved: false)])
    #expect(estimate.survival(at: 2.9) == 1)
    #expect(estimate.cumulativeHazard(at: 0) == 0)
    #expect(estimate.survival(at: 3) == 0.5)
    #expect(try KaplanMeier([try EventTime(2, isObserved: false)]).steps.isEmpty)
  }

  @Test func refusesNothingAtAll() {
    #expect(
      throws: NegotiationError.outOfRange(
        what: "number of durations", value: 0, expected: "at least 1")
    ) { _ = try KaplanMeier([]) }
  }
}

extension CalibrationCases.Survival {
  var eventTimes: [EventTime] {
    get throws { try zip(durations, eventObserved).map { try EventTime($0, isObserved: $1 == 1) } }
  }
}

extension FitCases.Times {
  var eventTimes: [EventTime] {
    get throws { try zip(times, observed).map { try EventTime($0, isObserved: $1) } }
  }
}

import Negotiation
import TestSupport
import Testing

@Suite struct WeibullSurvivalTests {
  @Test func agreesWithLifelines() throws {
    for reference in try FitReferences.calibration.survival {
      let fit = try WeibullSurvival(try reference.eventTimes)
      // lifelines stops its search early: its likelihood is what both share to more digits.
      #expect(relativeDifference(fit.shape, reference.weibullMle.shape) < 1e-3)
      #expect(relativeDifference(fit.scale, reference.weibullMle.scale) < 1e-3)
      #expect(abs(fit.logLikelihood - reference.weibullMle.logLikelihood) < 1e-5)
      for expected in reference.predictedSurvival {
        #expect(abs(fit.survival(at: expected.time) - expected.weibull) < 1e-3)
      }
    }
    for reference in try FitReferences.fits.durations {
      let fit = try WeibullSurvival(try reference.eventTimes)
      #expect(relativeDifference(fit.shape, reference.shape) < 1e-3)
      #expect(relativeDifference(fit.scale, reference.scale) < 1e-3)
      #expect(abs(fit.logLikelihood - reference.logLikelihood) < 1e-5)
      // The largest likelihood is not below that of the other search.
      #expect(fit.logLikelihood > reference.logLikelihood - 1e-9)
    }
  }

  @Test func doesNotDependOnTheUnit() throws {
    let times = [2.0, 3, 5, 8, 13]
    let months = try WeibullSurvival(try times.map { try EventTime($0) })
    for unit in [1e-200, 1e200] {
      let other = try WeibullSurvival(try times.map { try EventTime($0 * unit) })
      // The shape is found to the last digits, whatever the powers of ten.
      #expect(relativeDifference(other.shape, months.shape) < 1e-12)
      #expect(relativeDifference(other.scale, months.scale * unit) < 1e-12)
    }
  }

  @Test func refusesEventsAtOneTime() {
    #expect(throws: NegotiationError.self) { _ = try WeibullSurvival([try EventTime(3), try EventTime(3)]) }
    #expect(throws: NegotiationError.self) { _ = try WeibullSurvival([]) }
  }
}

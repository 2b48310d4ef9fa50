import Series
import Testing

@testable import Negotiation

@Suite struct TimingModelTests {
  private struct Reference: Decodable {
    struct Month: Decodable {
      let round: String
      let month, budget, last, demanding, agreed: Int
      let gap: Double
    }
    let months: [Month]
    let summary: [String: SampledSummary]
  }

  /// Talks from July to an expiry in March, at the prior's means: worked by hand from the five numbers, the figures that
  /// the priors were chosen by.
  @Test func ordinaryTalksAgreeAsThePriorSays() {
    let center = TimingPrior().center
    let clock = TalksClock(start: 12 * 2026 + 6, expiry: 12 * 2027 + 2)
    func by(_ month: Int, _ isDemanding: Bool) -> Double {
      clock.probabilityAgreed(by: month, center, isDemanding: isDemanding)
    }
    #expect(abs(by(12 * 2026 + 11, false) - 0.81) < 0.005)
    #expect(abs(by(12 * 2027 + 2, false) - 0.90) < 0.005)
    #expect(abs(by(12 * 2026 + 11, true) - 0.47) < 0.005)
    #expect(abs(by(12 * 2027 + 2, true) - 0.57) < 0.005)
    #expect(by(12 * 2026 + 5, false) == 0)
  }

  /// Rounds with the months of the reference against NUTS in PyMC, where each month is a trial of its own.
  ///
  /// 2 % of a posterior deviation plus three errors of the sampler, and 2 % of the deviation, as for the settlement.
  @Test func agreesWithAnIndependentSampler() throws {
    let reference = try ReferenceFile.decode("timing_posterior.json", as: Reference.self)
    let record = TimingRecord(
      months: reference.months.map { month in
        TimingRecord.Group(
          isBudgetMonth: month.budget == 1, isLastMonth: month.last == 1, isDemanding: month.demanding == 1,
          gap: month.gap, months: 1, agreements: month.agreed)
      })
    let posterior = try TimingPosterior(TimingPrior(), record, date: try PartialDate("2026"))
    #expect(posterior.months == 108)
    for coefficient in posterior.coefficients {
      let expected = try #require(reference.summary[coefficient.name])
      let bar = 0.02 * expected.sd + 3 * expected.mcError
      #expect(abs(coefficient.posterior.mean - expected.mean) < bar, "\(coefficient.name)")
      #expect(abs(coefficient.posterior.standardDeviation / expected.sd - 1) < 0.02, "\(coefficient.name)")
      #expect(abs(coefficient.posterior.lower - expected.q05) < 2 * bar, "\(coefficient.name)")
      #expect(abs(coefficient.posterior.upper - expected.q95) < 2 * bar, "\(coefficient.name)")
    }
  }

  @Test func withoutARoundIsThePrior() throws {
    let posterior = try TimingModel().fit(try Evidence([]), asOf: try PartialDate("2020"))
    #expect(!posterior.coefficients.contains { !$0.dataSayNothing })
    #expect(posterior.draws.count == TimingPosterior.drawCount)
  }

  @Test func refusesPriorsWithoutMeaning() {
    var prior = TimingPrior()
    prior.gap.standardDeviation = -1
    #expect(throws: NegotiationError.self) { _ = try TimingModel(prior: prior) }
    prior.gap.standardDeviation = .nan
    #expect(throws: NegotiationError.self) { _ = try TimingModel(prior: prior) }
  }
}

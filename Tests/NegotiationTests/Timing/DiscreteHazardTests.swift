import Negotiation
import Testing

@Suite struct DiscreteHazardTests {
  @Test func agreesWithTheReferences() throws {
    for reference in try FitReferences.calibration.discreteHazard {
      let hazard = try DiscreteHazard(reference.discreteHazards.map(\.hazard))
      for (period, expected) in zip(hazard.periods, reference.discreteHazards) {
        // Products of five numbers with six digits.
        #expect(abs(period.probability - expected.probabilityAgreedInPeriod) < 1e-12)
        #expect(abs(period.survival - expected.survival) < 1e-12)
      }
      #expect(abs(hazard.probability(within: 5) - (1 - 0.234612)) < 1e-12)
    }
  }

  @Test func countsNoMorePeriodsThanThereAre() throws {
    let hazard = try DiscreteHazard([0.5, 1])
    #expect(hazard.probability(within: -3) == 0)
    #expect(hazard.probability(within: 1) == 0.5)
    #expect(hazard.probability(within: .max) == 1)
    #expect(try DiscreteHazard([]).probability(within: 3) == 0)
  }

  @Test(arguments: [-0.1, 1.1, Double.nan])
  func refusesWhatIsNoProbability(hazard: Double) {
    #expect(throws: NegotiationError.self) { _ = try DiscreteHazard([hazard]) }
  }
}

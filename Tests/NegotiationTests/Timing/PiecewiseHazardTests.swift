import Negotiation
import Testing

@Suite struct PiecewiseHazardTests {
  @Test func agreesWithTheReferences() throws {
    for reference in try FitReferences.calibration.piecewiseHazard {
      let hazard = try PiecewiseHazard(starts: reference.breakpoints, rates: reference.monthlyHazard)
      for point in reference.at {
        // The references are given to nine digits.
        #expect(abs(hazard.cumulativeHazard(at: point.time) - point.cumulativeHazard) < 1e-9)
        #expect(abs(hazard.probability(by: point.time) - point.probabilityAgreed) < 1e-9)
      }
    }
  }

  @Test func hasNoProbabilityBeforeItsBeginning() throws {
    let hazard = try PiecewiseHazard(starts: [0, 2], rates: [0, 1])
    #expect(hazard.probability(by: -1) == 0)
    #expect(hazard.probability(by: 2) == 0)
    #expect(hazard.probability(by: .infinity) == 1)
    #expect(try PiecewiseHazard(starts: [0], rates: [0]).probability(by: .infinity) == 0)
  }

  @Test(arguments: [
    ([Double](), [Double]()), ([1.0], [0.1]), ([0, 0], [0.1, 0.2]), ([0, 2, 1], [0, 0, 0]),
    ([0], [0.1, 0.2]),
    ([0], [-0.1]), ([0], [.infinity]), ([0, .nan], [0.1, 0.1]),
  ])
  func refusesWhatIsNoHazard(starts: [Double], rates: [Double]) {
    #expect(throws: NegotiationError.self) { _ = try PiecewiseHazard(starts: starts, rates: rates) }
  }
}

import Negotiation
import TestSupport
import Testing

@Suite struct HierarchicalNormalTests {
  private func groups(_ estimates: [Double], _ errors: [Double]) throws -> [HierarchicalNormal.Group] {
    try zip(estimates, errors).map { try HierarchicalNormal.Group(estimate: $0, standardError: $1) }
  }

  @Test func agreesWithTheEightSchools() throws {
    for reference in try FitReferences.calibration.hierarchical {
      let fit = try HierarchicalNormal(
        groups: try groups(reference.y, reference.standardError), spread: .uniform(upTo: 400))
      let expected = reference.posterior
      // The reference is a grid itself, 60001 points up to 400, so that its quantiles are off by a thousandth.
      let tolerance = 2e-3
      #expect(relativeDifference(fit.mean.mean, expected.muMean) < tolerance)
      #expect(relativeDifference(fit.mean.standardDeviation, expected.muSd) < tolerance)
      #expect(relativeDifference(fit.spread.mean, expected.tauMean) < tolerance)
      #expect(relativeDifference(try fit.spreadQuantile(0.5), expected.tauMedian) < tolerance)
      #expect(relativeDifference(try fit.spreadQuantile(0.9), expected.tau90) < tolerance)
      #expect(relativeDifference(fit.newGroup.mean, expected.newGroupMean) < tolerance)
      #expect(relativeDifference(fit.newGroup.standardDeviation, expected.newGroupSd) < tolerance)
      for (index, group) in fit.groups.enumerated() {
        #expect(relativeDifference(group.mean, expected.thetaMean[index]) < tolerance)
        #expect(relativeDifference(group.standardDeviation, expected.thetaSd[index]) < tolerance)
      }
    }
  }

  @Test func agreesWithAdaptiveQuadratureOfTheEightSchools() throws {
    let schools = try #require(try FitReferences.calibration.hierarchical.first)
    let fit = try HierarchicalNormal(
      groups: try groups(schools.y, schools.standardError), spread: .uniform(upTo: 400))
    let expected = try FitReferences.fits.schools
    for (level, quantile) in zip(expected.levels, expected.quantiles) {
      // Linear interpolation between nodes a few hundredths apart.
      #expect(relativeDifference(try fit.spreadQuantile(level), quantile) < 1e-5)
    }
  }

  @Test func agreesWithTheJointNormalAtAKnownSpread() throws {
    let reference = try FitReferences.fits.groups
    let fit = try HierarchicalNormal(
      groups: try groups(reference.estimate, reference.error), spread: .known(reference.knownSpread),
      center: HierarchicalNormal.Moments(reference.center[0], reference.center[1]))
    let moments = [fit.mean] + fit.groups + [fit.newGroup]
    for (index, moment) in moments.enumerated() {
      // Closed forms on both sides.
      #expect(relativeDifference(moment.mean, reference.known.mean[index]) < 1e-11)
      #expect(relativeDifference(moment.standardDeviation, reference.known.sd[index]) < 1e-11)
    }
    #expect(try fit.spreadQuantile(0.5) == reference.knownSpread)
  }

  @Test func agreesWithAdaptiveQuadratureOfAHalfNormalSpread() throws {
    let reference = try FitReferences.fits.groups
    let fit = try HierarchicalNormal(
      groups: try groups(reference.estimate, reference.error),
      spread: .halfNormal(scale: reference.halfNormalScale),
      center: HierarchicalNormal.Moments(reference.center[0], reference.center[1]))
    let moments = [fit.mean] + fit.groups + [fit.newGroup]
    for (index, moment) in moments.enumerated() {
      // Midpoints of 4000 steps of a smooth function.
      #expect(relativeDifference(moment.mean, reference.halfNormal.mean[index]) < 1e-6)
      #expect(relativeDifference(moment.standardDeviation, reference.halfNormal.sd[index]) < 1e-6)
    }
    #expect(relativeDifference(fit.spread.mean, try #require(reference.halfNormal.spread)) < 1e-6)
  }

  @Test func poolsAllAtNoSpreadAndNoneAtAGreatOne() throws {
    let given = try groups([1, 3], [1, 1])
    let pooled = try HierarchicalNormal(groups: given, spread: .known(0))
    // Two estimates of one precision: their mean, by hand.
    for group in pooled.groups { #expect(group.mean == 2) }
    #expect(abs(pooled.mean.standardDeviation - 0.5.squareRoot()) < 1e-15)
    let apart = try HierarchicalNormal(groups: given, spread: .known(1e6))
    // What is left of pooling is the square of a millionth.
    #expect(abs(apart.groups[0].mean - 1) < 1e-11 && abs(apart.groups[1].mean - 3) < 1e-11)
  }

  @Test func refusesWhatItCannotPool() throws {
    let given = try groups([1, 3], [1, 1])
    #expect(throws: NegotiationError.self) { _ = try HierarchicalNormal(groups: [], spread: .known(1)) }
    #expect(throws: NegotiationError.self) {
      _ = try HierarchicalNormal(groups: given, spread: .uniform(upTo: 10))
    }
    for spread in [-1, Double.nan, .infinity] {
      #expect(throws: NegotiationError.self) {
        _ = try HierarchicalNormal(groups: given, spread: .known(spread))
      }
      #expect(throws: NegotiationError.self) {
        _ = try HierarchicalNormal(groups: given, spread: .halfNormal(scale: spread))
      }
    }
    for (estimate, error) in [(Double.nan, 1.0), (.infinity, 1), (0, 0), (0, -1), (0, .infinity), (0, .nan)] {
      #expect(throws: NegotiationError.self) {
        _ = try HierarchicalNormal.Group(estimate: estimate, standardError: error)
      }
    }
    for center in [HierarchicalNormal.Moments(.nan, 1), HierarchicalNormal.Moments(0, 0)] {
      #expect(throws: NegotiationError.self) {
        _ = try HierarchicalNormal(groups: given, spread: .known(1), center: center)
      }
    }
    let wild = [try HierarchicalNormal.Group(estimate: 1e308, standardError: 1e-99)]
    #expect(throws: NegotiationError.self) { _ = try HierarchicalNormal(groups: wild, spread: .known(0)) }
    let fit = try HierarchicalNormal(groups: given, spread: .known(1))
    for probability in [0, 1, Double.nan] {
      #expect(throws: NegotiationError.self) { _ = try fit.spreadQuantile(probability) }
    }
  }
}

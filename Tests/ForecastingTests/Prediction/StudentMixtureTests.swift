import Probability
import Testing

@testable import Forecasting

@Suite struct StudentMixtureTests {
  @Test func oneComponentIsALawOfItsOwn() throws {
    let mixture = StudentMixture(tail: try StudentTail(degreesOfFreedom: 7))
    let shape = mixture.shape([.init(weight: 1, location: 3, scale: 0)])
    #expect(shape == .studentT(degreesOfFreedom: 7, location: 3, scale: 0))
  }

  @Test(arguments: [1.0, 3, 20]) func quantilesLeaveTheirProbability(degreesOfFreedom: Double) throws {
    let mixture = StudentMixture(tail: try StudentTail(degreesOfFreedom: degreesOfFreedom))
    let components: [StudentMixture.Component] = [
      .init(weight: 0.7, location: 10, scale: 1), .init(weight: 0.25, location: 14, scale: 0.5),
      .init(weight: 0.05, location: 10, scale: 30),
    ]
    guard case .curve(let curve) = mixture.shape(components) else {
      Issue.record("a mixture of three has the shape of one")
      return
    }
    for (score, value) in zip(QuantileCurve.scores, curve.values) {
      let probability = try components.reduce(0) { sum, component in
        let law = try StudentT(
          degreesOfFreedom: degreesOfFreedom, location: component.location, scale: component.scale)
        return sum + component.weight * law.cumulative(at: value)
      }
      // The table of the tail is good to 1e-8.
      #expect((probability - Normal.standard.cumulative(at: score)).magnitude < 1e-8, "\(score)")
    }
  }

  @Test func equalComponentsAreOne() throws {
    let mixture = StudentMixture(tail: try StudentTail(degreesOfFreedom: 9))
    let half = StudentMixture.Component(weight: 0.5, location: -2, scale: 3)
    guard case .curve(let curve) = mixture.shape([half, half]) else {
      Issue.record("two components are a mixture")
      return
    }
    let law = try StudentT(degreesOfFreedom: 9, location: -2, scale: 3)
    for (score, value) in zip(QuantileCurve.scores, curve.values) {
      let expected = try law.quantile(Normal.standard.cumulative(at: score))
      #expect((value - expected).magnitude < 1e-12, "\(score)")
    }
  }

  @Test func theTableIsGoodBetweenItsKnots() throws {
    for degreesOfFreedom in [1.0, 2, 5, 40, 1000] {
      let tail = try StudentTail(degreesOfFreedom: degreesOfFreedom)
      let law = try StudentT(degreesOfFreedom: degreesOfFreedom)
      for step in -700...700 {
        let point = Double(step) * 0.0277
        #expect((tail.beyond(point).probability - law.upperTail(at: point)).magnitude < 1e-8)
      }
    }
  }
}

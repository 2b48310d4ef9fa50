import LinearAlgebra
import Negotiation
import Probability
import TestSupport
import Testing

@Suite struct ConjugateRegressionTests {
  @Test func agreesWithTheReference() throws {
    for reference in try FitReferences.calibration.regression {
      let prior = try ConjugateRegression.Prior(
        mean: reference.prior.m0, scale: try Matrix(rows: reference.prior.v0), shape: reference.prior.a0,
        rate: reference.prior.b0)
      let fit = try ConjugateRegression(rows: reference.x, responses: reference.y, prior: prior)
      // The references are given to nine decimals.
      let tolerance = 1e-9
      for index in 0..<2 {
        #expect(abs(fit.mean[index] - reference.posterior.mean[index]) < tolerance)
        let deviation = try fit.standardDeviation(index)
        #expect(abs(deviation - reference.posterior.coefficientSd[index]) < tolerance)
        for other in 0..<2 {
          let expected = reference.posterior.scale[index][other]
          #expect(abs(fit.scale.elements[2 * index + other] - expected) < tolerance)
        }
      }
      #expect(fit.shape == reference.posterior.a)
      #expect(abs(fit.rate - reference.posterior.b) < tolerance)
      for expected in reference.predictiveStudentT {
        let law = try fit.prediction(at: expected.x)
        #expect(law.degreesOfFreedom == expected.df)
        #expect(abs(law.location - expected.location) < tolerance)
        #expect(abs(law.scale - expected.scale) < tolerance)
        #expect(abs(try law.quantile(0.05) - expected.q05) < tolerance)
        #expect(abs(try law.quantile(0.5) - expected.q50) < tolerance)
        #expect(abs(try law.quantile(0.95) - expected.q95) < tolerance)
      }
    }
  }

  @Test func agreesWithTheJointDensityIntegrated() throws {
    let reference = try FitReferences.fits.regression
    let given = reference.prior
    let prior = try ConjugateRegression.Prior.constant(
      mean: given.mean, scale: given.scale, shape: given.shape, rate: given.rate)
    let fit = try ConjugateRegression(rows: reference.x.map { [$0] }, responses: reference.y, prior: prior)
    // The grid of the reference ends where the densities do, to six digits.
    #expect(relativeDifference(fit.mean[0], reference.mean) < 1e-6)
    #expect(relativeDifference(try fit.standardDeviation(0), reference.sd) < 1e-5)
    #expect(relativeDifference(fit.spread * fit.spread, reference.expectedVariance) < 1e-5)
  }

  @Test func predictsThePriorWithoutData() throws {
    let prior = try ConjugateRegression.Prior.constant(mean: 0.1, scale: 3, shape: 2, rate: 0.5)
    let fit = try ConjugateRegression(rows: [], responses: [], prior: prior)
    #expect(fit.mean == [0.1])
    #expect((fit.shape, fit.rate, fit.observationCount) == (2, 0.5, 0))
    // b/a (1 + V) by hand; an inverse of an inverse rounds.
    #expect(abs(try fit.prediction(at: [1]).scale - 1) < 1e-14)
  }

  @Test func refusesWhatDoesNotFit() throws {
    let prior = try ConjugateRegression.Prior.constant(mean: 0, scale: 1, shape: 2, rate: 1)
    #expect(throws: NegotiationError.self) {
      _ = try ConjugateRegression(rows: [[1]], responses: [], prior: prior)
    }
    #expect(throws: NegotiationError.self) {
      _ = try ConjugateRegression(rows: [[1, 2]], responses: [1], prior: prior)
    }
    for bad in [Double.nan, .infinity, 1e200] {
      #expect(throws: NegotiationError.self) {
        _ = try ConjugateRegression(rows: [[1]], responses: [bad], prior: prior)
      }
    }
    let fit = try ConjugateRegression(rows: [[1]], responses: [1], prior: prior)
    #expect(throws: NegotiationError.self) { _ = try fit.prediction(at: []) }
    #expect(throws: NegotiationError.self) { _ = try fit.prediction(at: [.nan]) }
    #expect(throws: NegotiationError.self) { _ = try fit.prediction(at: [1e200]) }
    #expect(throws: NegotiationError.self) { _ = try fit.coefficient(1) }
    #expect(throws: NegotiationError.self) { _ = try fit.standardDeviation(-1) }
  }

  @Test func refusesWhatIsNoPrior() throws {
    for (scale, shape, rate) in [
      (0.0, 2.0, 1.0), (-1, 2, 1), (.nan, 2, 1), (1, 0, 1), (1, 2, 0), (1, 2, .infinity),
    ] {
      #expect(throws: NegotiationError.self) {
        _ = try ConjugateRegression.Prior.constant(mean: 0, scale: scale, shape: shape, rate: rate)
      }
    }
    #expect(throws: NegotiationError.self) {
      _ = try ConjugateRegression.Prior.constant(mean: .nan, scale: 1, shape: 2, rate: 1)
    }
    let wide = try Matrix(identity: 2)
    #expect(throws: NegotiationError.self) {
      _ = try ConjugateRegression.Prior(mean: [0], scale: wide, shape: 2, rate: 1)
    }
    let indefinite = try Matrix(rows: [[1, 2], [2, 1]])
    let prior = try ConjugateRegression.Prior(mean: [0, 0], scale: indefinite, shape: 2, rate: 1)
    #expect(throws: NegotiationError.self) {
      _ = try ConjugateRegression(rows: [], responses: [], prior: prior)
    }
  }
}

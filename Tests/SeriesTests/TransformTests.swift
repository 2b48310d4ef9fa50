import Foundation
import TestSupport
import Testing

@testable import Series

@Suite struct TransformTests {
  static let all: [Transform] = [
    .none, .log, .logit, .boxCox(lambda: 0), .boxCox(lambda: 0.5), .boxCox(lambda: 1), .boxCox(lambda: 2),
    .boxCox(lambda: -0.5), .boxCox(lambda: 1e-9),
  ]

  @Test(arguments: all)
  func comesBackToTheValue(transform: Transform) throws {
    for value in [0.5, 1, 17, 50, 83.25, 99.9] {
      let there = try #require(transform.forward(value))
      // Two elementary functions of half an ulp each; Box-Cox at λ = -0.5 near its limit of 2 and logit near
      // 100 lose up to three digits by cancellation.
      #expect(relativeDifference(transform.inverse(there), value) < 1e-12)
    }
  }

  @Test(arguments: all)
  func risesWithTheValueAtTheRateOfItsDerivative(transform: Transform) throws {
    for value in [0.5, 10, 60.0] {
      let step = value * 1e-5
      let above = try #require(transform.forward(value + step))
      let below = try #require(transform.forward(value - step))
      #expect(above > below)
      // A central difference errs by the square of the step, 1e-10, and by rounding, 1e-16 / 1e-5.
      #expect(relativeDifference((above - below) / (2 * step), transform.derivative(value)) < 1e-7)
    }
  }

  @Test func followsItsEquations() throws {
    #expect(Transform.none.forward(-3) == -3)
    #expect(Transform.log.forward(1) == 0)
    #expect(Transform.logit.forward(50) == 0)
    #expect(Transform.boxCox(lambda: 0).forward(1) == 0)
    // Library functions are within an ulp or two of these closed forms.
    #expect(relativeDifference(try #require(Transform.log.forward(M_E)), 1) < 1e-15)
    #expect(relativeDifference(try #require(Transform.logit.forward(75)), Foundation.log(3)) < 1e-15)
    #expect(relativeDifference(try #require(Transform.boxCox(lambda: 2).forward(3)), 4) < 1e-15)
    #expect(relativeDifference(try #require(Transform.boxCox(lambda: 0.5).forward(9)), 4) < 1e-15)
    #expect(relativeDifference(try #require(Transform.boxCox(lambda: -1).forward(4)), 0.75) < 1e-15)
  }

  @Test(arguments: [0, -1, -.infinity, .nan] as [Double])
  func isNotDefinedForWhatIsNotPositive(value: Double) {
    #expect(Transform.log.forward(value) == nil)
    #expect(Transform.logit.forward(value) == nil)
    #expect(Transform.boxCox(lambda: 0).forward(value) == nil)
    #expect(Transform.boxCox(lambda: 0.5).forward(value) == nil)
  }

  @Test func refusesAHundredPerCentAndMoreUnderLogit() {
    #expect(Transform.logit.forward(100) == nil)
    #expect(Transform.logit.forward(101) == nil)
    #expect(Transform.logit.forward(.infinity) == nil)
    #expect(Transform.logit.forward(99.999) != nil)
  }

  @Test func endsWhereTheScaleEnds() {
    #expect(Transform.boxCox(lambda: 0.5).inverse(-2) == 0)
    #expect(Transform.boxCox(lambda: 0.5).inverse(-1e300) == 0)
    #expect(Transform.boxCox(lambda: -0.5).inverse(2) == .infinity)
    #expect(Transform.boxCox(lambda: -0.5).inverse(1e300) == .infinity)
  }

  @Test func staysWithinAHundredPerCentHoweverFar() {
    for value in [-1e308, -800, 800, 1e308] as [Double] {
      let percent = Transform.logit.inverse(value)
      #expect(percent == (value < 0 ? 0 : 100))
    }
  }

  @Test func isCalledByTheNamesOfTheOptions() {
    #expect(Transform.none.description == "none")
    #expect(Transform.log.description == "log")
    #expect(Transform.logit.description == "logit")
    #expect(Transform.boxCox(lambda: 0.25).description == "box-cox(0.25)")
  }
}

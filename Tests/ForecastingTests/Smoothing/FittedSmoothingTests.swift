import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct FittedSmoothingTests {
  private func fit(
    _ trend: AdditiveSmoothing.Trend, _ weights: AdditiveSmoothing.Weights, _ values: [Double]
  ) -> FittedSmoothing {
    FittedSmoothing(
      smoothing: AdditiveSmoothing(trend: trend, model: ModelIdentifier("test")), weights: weights, level: 1,
      slope: trend == .none ? 0 : 2, values: values, firstYear: 2000)
  }

  /// By hand: errors 1, 0.5 and -3.75; levels 1.5, 1.75 and -0.125; variance 15.3125.
  @Test func followsTheLevel() throws {
    let fit = fit(.none, .init(alpha: 0.5, beta: 0, phi: 1), [2, 2, -2])
    #expect(fit.errors == [1, 0.5, -3.75])
    #expect(fit.lastLevel == -0.125 && fit.lastSlope == 0)
    #expect(fit.variance == 15.3125)
    #expect(
      try fit.predict(Horizon(3)).steps.map(\.shape)
        == [1, 1.25, 1.5].map {
          .normal(mean: -0.125, standardDeviation: (15.3125 * $0).squareRoot())
        })
  }

  /// By hand: c(1) = α + βφ = 1, c(2) = α + β(φ + φ²) = 1.25.
  @Test func damping() throws {
    let fit = fit(.damped, .init(alpha: 0.5, beta: 1, phi: 0.5), [4, 4, 1, 2, 8, 3])
    let forecast = try fit.predict(Horizon(3)).steps.map { $0.shape.locationAndScale }
    let reach = [0.5, 0.75, 0.875]
    #expect(forecast.map(\.location) == reach.map { fit.lastLevel + $0 * fit.lastSlope })
    #expect(
      forecast.map(\.scale) == [1, 2, 3.5625].map { (fit.variance * $0).squareRoot() })
  }

  @Test func summaryNamesWhatIsEstimated() throws {
    let series = try References.series("japan-hns")
    #expect(
      try SimpleExponentialSmoothing().fit(series).summary.parameters.map(\.name) == [
        "alpha", "initial level",
      ])
    #expect(
      try Holt().fit(series).summary.parameters.map(\.name) == [
        "alpha", "beta", "initial level", "initial slope",
      ])
    let damped = try DampedTrend().fit(series).summary
    #expect(damped.parameters.map(\.name) == ["alpha", "beta", "phi", "initial level", "initial slope"])
    #expect(damped.estimatedParameters == 5 && damped.observations == 48)
    #expect(damped.residuals.map(\.year) == Array(series.firstYear...series.lastYear))
  }

  /// A weight at the edge of its range has no curvature there, hence no standard error; the others keep theirs.
  @Test func aWeightAtItsBoundHasNoStandardError() throws {
    // The best damped trend of the Nile has α and β at their floor, by the references too.
    let parameters = try DampedTrend().fit(References.series("nile")).summary.parameters
    #expect(parameters[0].value < 1e-3 && parameters[0].standardError == nil)
    #expect(parameters[1].standardError == nil)
    // A level that follows the Nile is inside;.
    let simple = try SimpleExponentialSmoothing().fit(References.series("nile")).summary.parameters
    #expect(try #require(simple[0].standardError) > 0)
    #expect(try #require(simple[1].standardError) > 0)
  }

  /// The curvature at the optimum by a second, direct way: with l(0) profiled out, only α is left.
  @Test func standardErrorIsTheCurvatureOfTheProfile() throws {
    let series = try References.series("nile")
    let values = try #require(series.complete)
    let fit = try SimpleExponentialSmoothing().fit(series)
    let smoothing = AdditiveSmoothing(trend: .none, model: SimpleExponentialSmoothing.identifier)
    func half(_ alpha: Double) -> Double {
      values.withUnsafeBufferPointer {
        let squares = smoothing.profile($0, .init(alpha: alpha, beta: 0, phi: 1)).sumOfSquares
        return 0.5 * Double(values.count) * logOf(squares)
      }
    }
    let (centre, step) = (fit.weights.alpha, 1e-3)
    let curvature = (half(centre + step) - 2 * half(centre) + half(centre - step)) / (step * step)
    let error = try #require(fit.summary.parameters[0].standardError)
    // The inverse of the whole Hessian has the profile's curvature at α: difference quotients agree to 1e-4.
    #expect(relativeDifference(error, 1 / curvature.squareRoot()) < 1e-4)
  }
}

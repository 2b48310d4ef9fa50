import LinearAlgebra
import Testing

@testable import Forecasting

@Suite struct SystemPosteriorTests {
  /// The reference has 40 digits; ours loses up to eight of 16 to the condition of K.
  @Test func agreesWithTheFormulas() throws {
    for reference in try SystemReference.all.get() {
      let panel = try reference.panel()
      let n = panel.names.count
      let k = 1 + n * reference.lags
      for setting in reference.settings {
        let tightness = Tightness(overall: setting.overall, sum: setting.sum)
        let posterior = try SystemPosterior(panel, lags: reference.lags, tightness)
        let likelihood = posterior.logMarginalLikelihood
        let distance = abs(likelihood / setting.logMarginalLikelihood - 1)
        #expect(distance < 1e-9, "\(reference) \(setting.overall) \(likelihood)")
        #expect(posterior.degreesOfFreedom == setting.degrees)
        let inverse = try posterior.precision.inverse().diagonal
        for equation in 0..<n {
          for index in 0..<k {
            let variable = index == 0 ? nil : (index - 1) % n
            let size = variable.map { panel.scales[$0] } ?? 1
            let own = posterior.coefficients.elements[equation * k + index] * panel.scales[equation] / size
            // The reference holds B by equations.
            let theirs = setting.coefficients[equation * k + index]
            let spread = (setting.covarianceDiagonal[index]).squareRoot() * panel.scales[equation]
            #expect(abs(own - theirs) < 1e-6 * spread, "\(reference) \(equation) \(index) \(own) \(theirs)")
            let variance = inverse[index] / size / size
            #expect(abs(variance / setting.covarianceDiagonal[index] - 1) < 1e-6, "\(reference) \(index)")
          }
        }
        let lower = posterior.scale.lower
        let scale = try lower.multiplied(by: lower.transposed).elements
        for row in 0..<n {
          for column in 0..<n {
            let own = scale[column * n + row] * panel.scales[row] * panel.scales[column]
            let size = (setting.scale[row * n + row] * setting.scale[column * n + column]).squareRoot()
            #expect(
              abs(own - setting.scale[row * n + column]) < 1e-8 * size, "\(reference) S \(row) \(column)")
          }
        }
      }
    }
  }

  /// The mode is rounded to a hundredth of the logarithm; SciPy's lies within 1e-4 of the true one.
  @Test func findsTheTightnessOfTheMode() throws {
    for reference in try SystemReference.all.get() {
      let posterior = try TightnessSearch.posterior(reference.panel(), lags: reference.lags)
      let tightness = posterior.tightness
      #expect(
        abs(tightness.overall / reference.best[0] - 1) < 6e-3, "\(reference) \(tightness) \(reference.best)")
      #expect(
        abs(tightness.sum / reference.best[1] - 1) < 6e-3, "\(reference) \(tightness) \(reference.best)")
    }
  }
}

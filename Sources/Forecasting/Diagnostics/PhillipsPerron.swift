internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether a series has a unit root, whatever the correlation of its shocks (Phillips & Perron 1988, Biometrika 75, 335-346).
///
/// With t the statistic of ρ = 1 in y(t) = a + b t + ρ y(t-1) + ε(t), γ the mean squared residual, λ² their long-run variance
/// with Bartlett weights up to lag l = ⌊4 (n/100)^¼⌋, and S the sum of squares of y(t-1) about its own trend,
///
/// Z = t sqrt(γ)/λ - n² (λ² - γ) / (2 λ sqrt((n² - 1) S)).
///
/// The p-value is that of `UnitRootTable`, as in R's `tseries::pp.test(type = "Z(t_alpha)")`.
public enum PhillipsPerron {
  static let name = "phillips-perron"

  /// Computes the test.
  ///
  /// - Parameter values: the series in the order of time, without gaps.
  /// - Returns: statistic, the lag in place of degrees of freedom, and the p-value within 0.01...0.99.
  /// - Throws: ``DiagnosticError`` for too few values, values without any spread, on a line or following the regression
  ///   without error, or one that is not finite.
  public static func test(_ values: [Double]) throws(DiagnosticError) -> HypothesisTest {
    guard values.count >= 5 else { throw .tooFew(test: name, needed: 5, found: values.count) }
    let values = try inUnitOfTheLargest(values, test: name)
    let before = values.dropLast().map { $0 - values[0] }
    let after = values.dropFirst().map { $0 - values[0] }
    let rows = before.indices
    let line = [rows.map { _ in 1.0 }, rows.map { Double($0) }]
    let regression: LeastSquares
    let trend: LeastSquares
    do {
      regression = try LeastSquares(design: try Matrix(columns: line + [before]), response: after)
      trend = try LeastSquares(design: try Matrix(columns: line), response: before)
    } catch {
      throw .regressionUndetermined(test: name)
    }
    let n = Double(rows.count)
    let residuals = regression.residuals
    let variance = regression.residualSumOfSquares / n
    let lag = Int(4 * pow(n / 100, 0.25))
    var longRun = variance
    for k in stride(from: 1, through: lag, by: 1) {
      let product = (k..<residuals.count).reduce(0.0) { $0 + residuals[$1] * residuals[$1 - k] }
      longRun += 2 / n * (1 - Double(k) / Double(lag + 1)) * product
    }
    let error = regression.standardErrors[2]
    let rounding = 64 * Double.ulpOfOne
    guard variance > rounding * rounding, longRun > 0, error > 0 else { throw .regressionExact(test: name) }
    let ratio = (regression.coefficients[2] - 1) / error
    let statistic =
      ratio * (variance / longRun).squareRoot()
      - n * n * (longRun - variance) / (2 * (longRun * (n * n - 1) * trend.residualSumOfSquares).squareRoot())
    let p = UnitRootTable.pValue(statistic, count: rows.count)
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: Double(lag), pValue: p,
      reading: AugmentedDickeyFuller.reading(p))
  }
}

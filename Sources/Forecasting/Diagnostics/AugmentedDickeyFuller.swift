internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether a series has a unit root, against a trend to which it returns (Dickey & Fuller 1979, JASA 74, 427-431; Said & Dickey
/// 1984, Biometrika 71, 599-607).
///
/// The t statistic of ρ in Δy(t) = a + b t + ρ y(t-1) + Σ c(i) Δy(t-i) + ε(t), i = 1...k, with k = ⌊(n - 1)^⅓⌋ where none is
/// given. The p-value is that of `UnitRootTable`, as in R's `tseries::adf.test`.
public enum AugmentedDickeyFuller {
  static let name = "augmented-dickey-fuller"

  /// The lag that is used where none is given.
  ///
  /// - Parameter count: the number of values.
  /// - Returns: ⌊(n - 1)^⅓⌋ by the cube root; R raises to the power 1/3, whose rounding gives one less at the
  ///   cubes from 64 on (3 and not 4 at n = 65).
  public static func defaultLag(count: Int) -> Int { Int(cbrt(Double(max(count - 1, 0)))) }

  /// Computes the test.
  ///
  /// - Parameters:
  ///   - values: the series in the order of time, without gaps.
  ///   - lag: how many earlier changes enter.
  /// - Returns: statistic, the lag in place of degrees of freedom, and the p-value within 0.01...0.99.
  /// - Throws: ``DiagnosticError`` for too few values, values without any spread, on a line or following the regression
  ///   without error, or one that is not finite.
  public static func test(_ values: [Double], lag: Int) throws(DiagnosticError) -> HypothesisTest {
    guard lag >= 0, lag < values.count, values.count >= 2 * lag + 5 else {
      throw .tooFew(test: name, needed: 2 * min(max(lag, 0), 1_000_000) + 5, found: values.count)
    }
    let values = try inUnitOfTheLargest(values, test: name)
    let changes = zip(values.dropFirst(), values).map { $0 - $1 }
    let rows = lag..<changes.count
    var columns = [rows.map { _ in 1.0 }, rows.map { Double($0) }, rows.map { values[$0] - values[0] }]
    for back in stride(from: 1, through: lag, by: 1) { columns.append(rows.map { changes[$0 - back] }) }
    let regression: LeastSquares
    do {
      regression = try LeastSquares(design: try Matrix(columns: columns), response: rows.map { changes[$0] })
    } catch {
      throw .regressionUndetermined(test: name)
    }
    let error = regression.standardErrors[2]
    let rounding = 64 * Double.ulpOfOne
    guard regression.residualSumOfSquares > Double(rows.count) * rounding * rounding, error > 0 else {
      throw .regressionExact(test: name)
    }
    let statistic = regression.coefficients[2] / error
    let p = UnitRootTable.pValue(statistic, count: changes.count)
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: Double(lag), pValue: p, reading: reading(p))
  }

  /// What a test of a unit root says.
  static func reading(_ p: Double) -> String {
    p < 0.05
      ? "a unit root is refused: the series returns to a trend line after a shock"
      : "a unit root is not refused: a shock may stay for good"
  }
}

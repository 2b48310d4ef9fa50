internal import Probability

/// Whether residuals are correlated in time (Ljung & Box 1978, Biometrika 65, 297-303).
///
/// Q = n(n + 2) Σ r(k)²/(n - k), k = 1...lag; chi-squared with lag - p degrees of freedom, p the number of
/// estimated dynamic parameters.
public enum LjungBox {
  static let name = "ljung-box"

  /// The lag that is used where none is given: min(10, n/5), at least one more than the fitted parameters
  /// (Hyndman & Athanasopoulos, 3rd ed., section 5.4).
  ///
  /// - Parameters:
  ///   - count: the number of residuals.
  ///   - fitted: the number of dynamic parameters.
  /// - Returns: the lag, at least 1.
  public static func defaultLag(count: Int, fitted: Int) -> Int {
    max(1, fitted + 1, min(10, count / 5))
  }

  /// Computes the test.
  ///
  /// - Parameters:
  ///   - residuals: in the order of time.
  ///   - lag: the number of autocorrelations.
  ///   - fitted: the number of dynamic parameters.
  /// - Returns: statistic, degrees of freedom and p-value.
  /// - Throws: ``DiagnosticError`` for too few or constant residuals, or one that is not finite.
  public static func test(_ residuals: [Double], lag: Int, fitted: Int) throws(DiagnosticError)
    -> HypothesisTest
  {
    guard lag >= 1, residuals.count > lag else {
      throw .tooFew(test: name, needed: max(lag, 1) + 1, found: residuals.count)
    }
    guard lag > fitted else { throw .noDegreesOfFreedom(test: name) }
    let residuals = try inUnitOfTheLargest(residuals, test: name)
    let n = Double(residuals.count)
    let mean = residuals.reduce(0) { $0 + $1 / n }
    let centred = residuals.map { $0 - mean }
    let variance = centred.reduce(0) { $0 + $1 * $1 }
    guard variance > 0 else { throw .constant(test: name) }
    let statistic = (1...lag).reduce(0.0) { sum, k in
      let product = (k..<centred.count).reduce(0.0) { $0 + centred[$1] * centred[$1 - k] }
      return sum + (product / variance) * (product / variance) / (n - Double(k))
    }
    let q = n * (n + 2) * statistic
    let df = Double(lag - fitted)
    guard let p = (try? ChiSquared(degreesOfFreedom: df))?.upperTail(at: q) else {
      throw .noDegreesOfFreedom(test: name)
    }
    return HypothesisTest(
      name: name, statistic: q, degreesOfFreedom: df, pValue: p,
      reading: p < 0.05
        ? "residuals are correlated in time: the model leaves structure unused, its intervals are too sure"
        : "no sign that residuals are correlated in time up to lag \(lag)")
  }
}

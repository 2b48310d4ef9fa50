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
  ///   - level: the largest size of the values they are left of, from which rounding is told.
  /// - Returns: statistic, degrees of freedom and p-value.
  /// - Throws: ``DiagnosticError`` for too few residuals, residuals of one size or of none, or one that is not finite.
  public static func test(_ residuals: [Double], lag: Int, fitted: Int, level: Double = 0)
    throws(DiagnosticError) -> HypothesisTest
  {
    guard lag >= 1, residuals.count > lag else {
      throw .tooFew(test: name, needed: max(lag, 1) + 1, found: residuals.count)
    }
    guard lag > fitted else { throw .noDegreesOfFreedom(test: name) }
    let residuals = try errorsInUnitOfTheLargest(residuals, level: level, test: name)
    let n = Double(residuals.count)
    let mean = residuals.reduce(0) { $0 + $1 / n }
    let centred = residuals.map { $0 - mean }
    let variance = centred.reduce(0) { $0 + $1 * $1 }
    guard variance > 0 else { throw .uniform(test: name) }
    let correlations: [Double] = (1...lag).map { k in
      (k..<centred.count).reduce(0.0) { $0 + centred[$1] * centred[$1 - k] } / variance
    }
    let statistic = correlations.enumerated().reduce(0.0) { sum, lagged in
      sum + lagged.element * lagged.element / (n - Double(lagged.offset + 1))
    }
    let q = n * (n + 2) * statistic
    let df = Double(lag - fitted)
    guard let p = (try? ChiSquared(degreesOfFreedom: df))?.upperTail(at: q) else {
      throw .noDegreesOfFreedom(test: name)
    }
    return HypothesisTest(
      name: name, statistic: q, degreesOfFreedom: df, pValue: p,
      reading: p < 0.05
        ? "residuals are correlated in time: \(consequence(correlations)), and the model leaves that unused"
        : "no sign that residuals are correlated in time up to lag \(lag)")
  }

  /// What correlations do to intervals: where the next errors have the sign of the last, sums of errors spread more than a
  /// model without correlations says; where they have the other one, less.
  ///
  /// The spread of long sums has the factor 1 + 2 Σ (1 - k/(lag + 1)) r(k), as in ``KPSS``.
  private static func consequence(_ correlations: [Double]) -> String {
    let span = Double(correlations.count + 1)
    let sum = correlations.enumerated().reduce(0.0) { $0 + (1 - Double($1.offset + 1) / span) * $1.element }
    if correlations[0] > 0, sum > 0 {
      return "a surprise is followed by others of its sign, so that intervals are too sure"
    }
    if correlations[0] < 0, sum < 0 {
      return "a surprise tends to be taken back, so that intervals are wider than they need be"
    }
    return
      "surprises come in waves, so that some intervals are too sure and others wider than they need be"
  }
}

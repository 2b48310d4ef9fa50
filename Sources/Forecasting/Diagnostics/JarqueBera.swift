internal import Probability

/// Whether residuals look normal (Jarque & Bera 1980, Economics Letters 6, 255-259).
///
/// n/6 (S² + (K - 3)²/4), S the skewness and K the kurtosis; chi-squared with 2 degrees of freedom. With fewer
/// than about 50 values its p-value is a rough guide.
public enum JarqueBera {
  static let name = "jarque-bera"

  /// Computes the test.
  ///
  /// - Parameter residuals: in any order, at least three.
  /// - Returns: statistic, degrees of freedom and p-value.
  /// - Throws: ``DiagnosticError`` for too few or constant residuals, or one that is not finite.
  public static func test(_ residuals: [Double]) throws(DiagnosticError) -> HypothesisTest {
    guard residuals.count >= 3 else { throw .tooFew(test: name, needed: 3, found: residuals.count) }
    let residuals = try inUnitOfTheLargest(residuals, test: name)
    let n = Double(residuals.count)
    let mean = residuals.reduce(0) { $0 + $1 / n }
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for residual in residuals {
      let d = residual - mean
      second += d * d / n
      third += d * d * d / n
      fourth += d * d * d * d / n
    }
    guard second > 0 else { throw .constant(test: name) }
    let skewness = third / (second * second.squareRoot())
    let excess = fourth / (second * second) - 3
    let statistic = n / 6 * (skewness * skewness + excess * excess / 4)
    guard let p = (try? ChiSquared(degreesOfFreedom: 2))?.upperTail(at: statistic) else {
      throw .noDegreesOfFreedom(test: name)
    }
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: 2, pValue: p,
      reading: p < 0.05
        ? "residuals are not normal: expect more large surprises than a normal interval allows"
        : "no sign that residuals are not normal")
  }
}

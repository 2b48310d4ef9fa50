internal import Probability
internal import Series

/// Whether residuals look normal (Jarque & Bera 1980, Economics Letters 6, 255-259).
///
/// n/6 (S² + (K - 3)²/4), S the skewness and K the kurtosis; chi-squared with 2 degrees of freedom. With fewer
/// than about 50 values its p-value is a rough guide.
public enum JarqueBera {
  static let name = "jarque-bera"

  /// The upper 5 % point of chi-squared with 1 degree of freedom.
  private static let onePart = 3.841458820694124

  /// Computes the test.
  ///
  /// - Parameters:
  ///   - residuals: in any order, at least three.
  ///   - level: the largest size of the values they are left of, from which rounding is told.
  /// - Returns: statistic, degrees of freedom and p-value.
  /// - Throws: ``DiagnosticError`` for too few residuals, residuals of one size or of none, or one that is not finite.
  public static func test(_ residuals: [Double], level: Double = 0) throws(DiagnosticError) -> HypothesisTest
  {
    guard residuals.count >= 3 else { throw .tooFew(test: name, needed: 3, found: residuals.count) }
    let residuals = try errorsInUnitOfTheLargest(residuals, level: level, test: name)
    let n = Double(residuals.count)
    let mean = residuals.reduce(0) { $0 + $1 / n }
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for residual in residuals {
      let d = residual - mean
      second += d * d / n
      third += d * d * d / n
      fourth += d * d * d * d / n
    }
    guard second > 0 else { throw .uniform(test: name) }
    let skewness = third / (second * second.squareRoot())
    let excess = fourth / (second * second) - 3
    let statistic = n / 6 * (skewness * skewness + excess * excess / 4)
    guard let p = (try? ChiSquared(degreesOfFreedom: 2))?.upperTail(at: statistic) else {
      throw .noDegreesOfFreedom(test: name)
    }
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: 2, pValue: p,
      reading: p < 0.05
        ? "residuals are not normal: \(shape(skewness, excess, residuals.count))"
        : "no sign that residuals are not normal")
  }

  /// What is not normal: skewness, kurtosis, or both, each by its own part of the statistic at 5 %, or the larger.
  private static func shape(_ skewness: Double, _ excess: Double, _ count: Int) -> String {
    let n = Double(count)
    let parts = [n / 6 * skewness * skewness, n / 24 * excess * excess]
    let needed = min(onePart, parts.reduce(0, max))
    var words: [String] = []
    if parts[0] >= needed {
      let direction = skewness > 0 ? "upwards" : "downwards"
      words.append("large surprises are mostly \(direction) (skewness \(hundredths(skewness)))")
    }
    if parts[1] >= needed {
      words.append(
        excess > 0
          ? "there are more large surprises than a normal interval allows (kurtosis \(hundredths(excess + 3)), normal is 3)"
          : "they spread flatter, with fewer large surprises (kurtosis \(hundredths(excess + 3)), normal is 3)"
      )
    }
    return words.joined(separator: "; ")
  }

  private static func hundredths(_ value: Double) -> String { numeral((value * 100).rounded() / 100) }
}

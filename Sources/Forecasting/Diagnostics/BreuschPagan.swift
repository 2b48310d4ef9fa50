internal import Probability

/// Whether the variance of residuals changes with time (Breusch & Pagan 1979, Econometrica 47, 1287-1294, in the form of Koenker
/// 1981, Journal of Econometrics 17, 107-112, that needs no normal errors).
///
/// n R² of the regression of squared residuals on time; chi-squared with 1 degree of freedom. For a straight line it is R's
/// `lmtest::bptest`.
public enum BreuschPagan {
  static let name = "breusch-pagan"

  /// Computes the test.
  ///
  /// - Parameters:
  ///   - residuals: in the order of time, at least three.
  ///   - years: when they occurred, ascending.
  ///   - level: the largest size of the values they are left of, from which rounding is told.
  /// - Returns: statistic, degrees of freedom and p-value.
  /// - Throws: ``DiagnosticError`` for too few residuals, residuals of one size or of none, or one that is not finite.
  public static func test(_ residuals: [Double], years: [Int], level: Double = 0) throws(DiagnosticError)
    -> HypothesisTest
  {
    let count = min(residuals.count, years.count)
    guard count >= 3 else { throw .tooFew(test: name, needed: 3, found: count) }
    let residuals = try errorsInUnitOfTheLargest(
      Array(residuals.prefix(count)), level: level, test: name)
    let squares = residuals.map { $0 * $0 }
    let mean = squares.reduce(0) { $0 + $1 / Double(count) }
    var line = RunningLine()
    for (year, square) in zip(years, squares) { line.add(Double(year - years[0]), square - mean) }
    let total = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let rounding = 16 * Double.ulpOfOne
    guard total > Double(count) * rounding * rounding else { throw .uniform(test: name) }
    let statistic = max(0, Double(count) * (1 - line.squares / total))
    guard let p = (try? ChiSquared(degreesOfFreedom: 1))?.upperTail(at: statistic) else {
      throw .noDegreesOfFreedom(test: name)
    }
    let direction = line.slope > 0 ? "grows" : "shrinks"
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: 1, pValue: p,
      reading: p < 0.05
        ? "the variance of the residuals \(direction) with time: one width does not suit all years"
        : "no sign that the variance of the residuals changes with time")
  }
}

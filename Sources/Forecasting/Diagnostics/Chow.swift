internal import Probability
public import Series

/// Whether two straight lines, one for each half, fit better than one (Chow 1960, Econometrica 28, 591-605).
///
/// F = ((S - S₁ - S₂)/2) / ((S₁ + S₂)/(n - 4)), with 2 and n - 4 degrees of freedom. The second half begins after ⌊n/2⌋
/// values, as in R's `strucchange::sctest(type = "Chow")`: a date that the values did not choose.
public enum Chow {
  static let name = "chow"
  /// What a small p-value need not mean where errors are correlated.
  static let caveat =
    "errors about two lines are correlated in time, which the p-value does not allow for"

  /// Computes the test; years without a value are left out.
  ///
  /// - Parameter series: at least six values.
  /// - Returns: statistic, the first of its degrees of freedom, and p-value.
  /// - Throws: ``DiagnosticError`` for too few values or values on two lines.
  public static func test(_ series: AnnualSeries) throws(DiagnosticError) -> HypothesisTest {
    let sample = BreakSample(series)
    let count = sample.count
    guard count >= 6 else { throw .tooFew(test: name, needed: 6, found: count) }
    let place = count / 2
    let whole = sample.line(0..<count).squares
    let parts = sample.line(0..<place).squares + sample.line(place..<count).squares
    guard parts > sample.exactSquares else {
      throw whole > sample.exactSquares ? .exactLines(test: name) : .exact(test: name)
    }
    let statistic = max(0, whole - parts) / 2 / (parts / Double(count - 4))
    guard let p = (try? FisherF(numerator: 2, denominator: Double(count - 4)))?.upperTail(at: statistic)
    else {
      throw .noDegreesOfFreedom(test: name)
    }
    let year = series.calendar.label(sample.years[place])
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: 2, pValue: p,
      reading: p < 0.05
        ? "the line from \(year), the middle of the record, is another than the one before"
          + (sample.isCorrelated(aroundLinesFrom: place)
            ? ", or the series wanders or turns: \(caveat)" : "")
        : "no sign that the line from \(year), the middle of the record, is another than the one before")
  }
}

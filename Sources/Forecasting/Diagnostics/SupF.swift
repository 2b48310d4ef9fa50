public import Series

/// Whether a straight line breaks at any date (Andrews 1993, Econometrica 61, 821-856).
///
/// The largest Wald statistic 2F of a break over all dates that leave max(5, 15 %) values on either side, the statistic of R's
/// `strucchange::Fstats`. The p-value is simulated on the years of the series, see `LargestF`: with a trend the asymptotic one
/// (Hansen 1997) is too small.
public enum SupF {
  static let name = "sup-f"

  /// The longest record: it is simulated two thousand times.
  static let longestRecord = 1_000

  /// Computes the test; years without a value are left out.
  ///
  /// - Parameter series: at least ten values, at most a thousand.
  /// - Returns: statistic, the number of coefficients that break in place of degrees of freedom, and the p-value.
  /// - Throws: ``DiagnosticError`` for too few or too many values, or values on a line.
  public static func test(_ series: AnnualSeries) throws(DiagnosticError) -> HypothesisTest {
    let sample = BreakSample(series)
    guard sample.count <= longestRecord else {
      throw .tooMany(test: name, limit: longestRecord, found: sample.count)
    }
    let least = Piecewise.defaultLeast(sample.count)
    guard let scan = LargestF(times: sample.times, places: [], least: least) else {
      throw .tooFew(test: name, needed: 2 * least, found: sample.count)
    }
    let (statistic, place) = scan.largest(sample.values)
    guard sample.line(0..<sample.count).squares > sample.exactSquares else { throw .exact(test: name) }
    guard statistic.isFinite else { throw .exactLines(test: name) }
    let p = scan.pValue(statistic)
    let year = series.calendar.label(sample.years[place])
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: 2, pValue: p,
      reading: p < 0.05
        ? "the line breaks, most clearly at \(year)"
          + (sample.isCorrelated(aroundLinesFrom: place)
            ? " ('fit --table breaks' looks for all), or the series wanders or turns: \(Chow.caveat)"
            : ": 'fit --table breaks' looks for all breaks")
        : "no sign that the line breaks; the likeliest date would be \(year)")
  }
}

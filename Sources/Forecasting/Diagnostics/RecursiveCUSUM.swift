internal import Probability
public import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether one straight line holds over the whole series, by the sums of its recursive residuals (Brown, Durbin & Evans 1975, JRSS B 37,
/// 149-192).
///
/// W(j) = Σ w(i) / (s sqrt(n - 2)), w the one-step errors of the line fitted to the values before, in units of their own standard
/// deviation, s their sample standard deviation; the statistic is the largest |W(j)| / (1 + 2 j/(n - 2)). The p-value is the
/// boundary crossing probability of a Brownian motion (the same paper, and Zeileis, Leisch, Hornik & Kleiber 2002, Journal
/// of Statistical Software 7(2)), as in R's `strucchange`. It holds with a trend among the regressors; that of the sums of ordinary
/// residuals does not, and is left out.
public enum RecursiveCUSUM {
  static let name = "cusum"

  /// Computes the test; years without a value are left out.
  ///
  /// - Parameter series: at least five values.
  /// - Returns: statistic and p-value.
  /// - Throws: ``DiagnosticError`` for too few values or values on a line.
  public static func test(_ series: AnnualSeries) throws(DiagnosticError) -> HypothesisTest {
    let sample = BreakSample(series)
    guard sample.count >= 5 else { throw .tooFew(test: name, needed: 5, found: sample.count) }
    var line = RunningLine()
    let residuals = zip(sample.times, sample.values).map { line.add($0, $1) }.dropFirst(2)
    let count = Double(residuals.count)
    let mean = residuals.reduce(0) { $0 + $1 / count }
    let variance = residuals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / (count - 1) }
    guard line.squares > sample.exactSquares, variance > 0 else { throw .exact(test: name) }
    var (sum, statistic) = (0.0, 0.0)
    for (index, residual) in residuals.enumerated() {
      sum += residual
      let boundary = 1 + 2 * Double(index + 1) / count
      statistic = max(statistic, sum.magnitude / (variance * count).squareRoot() / boundary)
    }
    let p = pValue(statistic)
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: nil, pValue: p,
      reading: p < 0.05
        ? "one line does not hold: what follows from the years before errs to one side for long"
        : "no sign that one line errs to one side for long")
  }

  /// The probability that a Brownian motion leaves the lines ±x (1 + 2t) within 0...1.
  static func pValue(_ x: Double) -> Double {
    // Below 0.3 the two-sided formula counts paths that cross both lines twice; a line fitted to its end stands in.
    guard x >= 0.3 else { return 1 - 0.1465 * x }
    let normal = Normal.standard
    let middle = exp(-4 * x * x) * (normal.cumulative(at: x) - normal.upperTail(at: 5 * x))
    return 2 * (normal.upperTail(at: 3 * x) + middle - exp(-16 * x * x) * normal.upperTail(at: x))
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is believed of the last line and of a change that it may have had since: a normal law of four numbers.
///
/// They are the level of the line in the last year, its slope, a change of level and a change of slope. Values are taken in one
/// by one; each tells how probable it was before.
struct LineBelief {
  private var mean: [Double]
  /// By rows, four to a row.
  private var covariance: [Double]

  /// A line with a covariance, and independent changes about zero.
  ///
  /// - Parameters:
  ///   - level: of the line in the last year.
  ///   - slope: of the line.
  ///   - covariance: of level and slope: the two variances, and between them their covariance.
  ///   - changes: the variances of a change of level and of slope.
  init(
    level: Double, slope: Double, covariance: (Double, Double, Double), changes: (Double, Double)
  ) {
    mean = [level, slope, 0, 0]
    self.covariance = [
      covariance.0, covariance.1, 0, 0, covariance.1, covariance.2, 0, 0, 0, 0, changes.0, 0, 0, 0, 0,
      changes.1,
    ]
  }

  /// Takes in a value.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - row: what it measures of the four numbers.
  ///   - noise: the variance of its error, above zero.
  /// - Returns: the logarithm of its density before, but for a constant.
  mutating func update(_ value: Double, _ row: [Double], noise: Double) -> Double {
    var gains = [0.0, 0, 0, 0]
    var (variance, expected) = (noise, 0.0)
    for i in 0..<4 {
      for j in 0..<4 { gains[i] += covariance[4 * i + j] * row[j] }
      variance += row[i] * gains[i]
      expected += row[i] * mean[i]
    }
    let error = value - expected
    for i in 0..<4 {
      mean[i] += gains[i] * error / variance
      for j in 0..<4 { covariance[4 * i + j] -= gains[i] * gains[j] / variance }
    }
    return -(log(variance) + error * error / variance) / 2
  }

  /// Mean and variance of a sum of the four numbers.
  ///
  /// - Parameter row: how often each counts.
  /// - Returns: of the sum.
  func law(_ row: [Double]) -> (mean: Double, variance: Double) {
    var (sum, variance) = (0.0, 0.0)
    for i in 0..<4 {
      sum += row[i] * mean[i]
      for j in 0..<4 { variance += row[i] * covariance[4 * i + j] * row[j] }
    }
    return (sum, max(variance, 0))
  }
}

/// The squared one-step errors of a theta model as a function of α alone.
///
/// Given α the errors are linear in l(0) and in w = 1 - 1/θ: the level never sees θ. Both are therefore solved for
/// exactly, w within its bounds, and the search has one dimension whatever the form. The two columns are
/// orthogonalised by modified Gram-Schmidt, which for least squares is as stable as Householder's method
/// (Björck 1967); plain Swift and no BLAS, for a column is a few dozen numbers and a call costs more than that.
///
/// The errors of the first three years do not count: the dynamic line has no say before it has seen two values,
/// and the authors' program and statsforecast leave out the same three.
struct ThetaProfile {
  /// The first year, from 0, whose error counts.
  static let firstScored = 3

  /// The range of 1 - 1/θ: θ from 1 to 10^10.
  ///
  /// At its end the theta line has all but vanished against the trend.
  static let weightRange = 0...(1 - 1e-10)

  /// The values, and the line A + B t known before each of them.
  let values, intercepts, slopes: UnsafeBufferPointer<Double>
  /// Working storage for three columns.
  let columns: UnsafeMutableBufferPointer<Double>
  /// What is estimated, and what is given.
  let form: ThetaForm

  /// The least sum of squares at one α, and where it is reached.
  struct Solution: Sendable, Equatable {
    var alpha: Double
    var weight: Double
    var level: Double
    var sumOfSquares: Double
    /// What the search makes least: the sum of squares, and the cost of a θ away from 2 in the shrunken form.
    var objective: Double
  }

  /// How many numbers ``columns`` has to hold.
  ///
  /// - Parameter count: the number of values.
  /// - Returns: three for each error that counts.
  static func storage(_ count: Int) -> Int { 3 * max(count - firstScored, 0) }

  /// Solves for l(0) and θ.
  ///
  /// - Parameter alpha: α.
  /// - Returns: the best l(0) and 1 - 1/θ at this α with their sum of squares.
  func solve(_ alpha: Double) -> Solution {
    let rest = 1 - alpha
    let count = values.count - Self.firstScored
    // The response to l(0), the response to the weight, and the errors without either.
    var (level, power) = (0.0, 1.0)
    var (startStart, startTrend, startError, trendTrend) = (0.0, 0.0, 0.0, 0.0)
    for i in 0..<values.count {
      let next = power * rest
      if i >= Self.firstScored {
        let trend = intercepts[i] * power + slopes[i] * (1 - next) / alpha
        let error = values[i] - level
        let place = i - Self.firstScored
        columns[place] = power
        columns[count + place] = trend
        columns[2 * count + place] = error
        startStart += power * power
        startTrend += power * trend
        startError += power * error
        trendTrend += trend * trend
      }
      level = rest * level + alpha * values[i]
      power = next
    }
    // Values are taken around y(1), so that l(0) = y(1)/θ is a level of zero.
    let trendShare = form.startsAtFirstValue ? 0 : startTrend / startStart
    let errorShare = form.startsAtFirstValue ? 0 : startError / startStart
    var (free, product) = (0.0, 0.0)
    for place in 0..<count {
      let trend = columns[count + place] - trendShare * columns[place]
      let error = columns[2 * count + place] - errorShare * columns[place]
      columns[count + place] = trend
      columns[2 * count + place] = error
      free += trend * trend
      product += trend * error
    }
    // A trend column that the starting level explains (a line without slope) says nothing about θ.
    let isDetermined = free > 1e-24 * trendTrend
    // Further years in which the trend column has its mean square, and the weight is that of θ = 2.
    let prior = form.priorYears * trendTrend / Double(count)
    let best = isDetermined ? (product + 0.5 * prior) / (free + prior) : Self.weightRange.lowerBound
    let weight =
      form.fixedWeight ?? min(max(best, Self.weightRange.lowerBound), Self.weightRange.upperBound)
    var squares = 0.0
    for place in 0..<count {
      let error = columns[2 * count + place] - weight * columns[count + place]
      squares += error * error
    }
    return Solution(
      alpha: alpha, weight: weight, level: errorShare - weight * trendShare, sumOfSquares: squares,
      objective: squares + prior * (weight - 0.5) * (weight - 0.5))
  }
}

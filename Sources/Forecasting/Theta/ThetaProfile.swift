/// The squared one-step errors of a theta model as a function of α alone.
///
/// Given α the errors are linear in l(0) and in w = 1 - 1/θ: the level never sees θ. Both are therefore solved for
/// exactly, w within its bounds, by ``TwoColumns``, and the search has one dimension whatever the form.
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
    var rows = TwoColumns(columns, count: count)
    var (level, power) = (0.0, 1.0)
    for i in 0..<values.count {
      let next = power * rest
      if i >= Self.firstScored {
        let trend = intercepts[i] * power + slopes[i] * (1 - next) / alpha
        rows.set(i - Self.firstScored, power, trend, values[i] - level)
      }
      level = rest * level + alpha * values[i]
      power = next
    }
    let trendTrend = rows.secondSecond
    // Values are taken around y(1), so that l(0) = y(1)/θ is a level of zero.
    let trendShare = form.startsAtFirstValue ? 0 : rows.firstSecond / rows.firstFirst
    let errorShare = form.startsAtFirstValue ? 0 : rows.firstError / rows.firstFirst
    let (free, product) = rows.reduce(secondShare: trendShare, errorShare: errorShare)
    // A trend column that the starting level explains (a line without slope) says nothing about θ.
    let isDetermined = free > 1e-24 * trendTrend
    // Further years in which the trend column has its mean square, and the weight is that of θ = 2.
    let prior = form.priorYears * trendTrend / Double(count)
    let best = isDetermined ? (product + 0.5 * prior) / (free + prior) : Self.weightRange.lowerBound
    let weight =
      form.fixedWeight ?? min(max(best, Self.weightRange.lowerBound), Self.weightRange.upperBound)
    let squares = rows.squares(second: weight)
    return Solution(
      alpha: alpha, weight: weight, level: errorShare - weight * trendShare, sumOfSquares: squares,
      objective: squares + prior * (weight - 0.5) * (weight - 0.5))
  }
}

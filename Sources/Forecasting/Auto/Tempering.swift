#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Weights of fits that differ in their smoothing: in proportion to SSE^(-m/4), m the errors that were summed.
///
/// A likelihood would weigh by SSE^(-m/2). Half that exponent admits that the model is not the truth and keeps the average
/// broad: a grid of fits then is a forecast of its own and no optimum has to be found (Bissiri, Holmes & Walker 2016,
/// Journal of the Royal Statistical Society B 78, 1103-1130, on tempered likelihoods).
enum Tempering {
  /// What the number of errors is multiplied with in the exponent.
  static let exponent = 0.25

  /// The weights, which add up to one.
  ///
  /// - Parameters:
  ///   - sums: the sum of squared errors of each fit, not negative; at least one.
  ///   - count: how many errors were summed.
  ///   - total: the sum of the squared values, which tells rounding noise from an error.
  /// - Returns: a weight for each fit.
  static func weights(_ sums: [Double], count: Int, total: Double) -> [Double] {
    let floor = 1e-12 * total + 1e-300
    let best = (sums.min() ?? 0) + floor
    var weights = sums.map { pow(best / ($0 + floor), exponent * Double(count)) }
    let whole = weights.reduce(0, +)
    for index in weights.indices { weights[index] /= whole }
    return weights
  }
}

/// Two numbers by least squares, from sums of squares and products.
struct TwoRegressors {
  var (g11, g12, g22) = (0.0, 0.0, 0.0)
  var (r1, r2, squares) = (0.0, 0.0, 0.0)

  /// Takes in a value and its two regressors.
  @inline(__always)
  mutating func add(_ first: Double, _ second: Double, _ value: Double) {
    g11 += first * first
    g12 += first * second
    g22 += second * second
    r1 += first * value
    r2 += second * value
    squares += value * value
  }

  /// The solution, or `nil` where the regressors are parallel within rounding.
  var solution: (first: Double, second: Double)? {
    let determinant = g11 * g22 - g12 * g12
    guard determinant > 1e-12 * g11 * g22 else { return nil }
    return ((r1 * g22 - r2 * g12) / determinant, (g11 * r2 - g12 * r1) / determinant)
  }

  /// The best first coefficient at a given second one, or `nil` where the first regressor is zero.
  func first(given second: Double) -> Double? {
    g11 > 0 ? (r1 - second * g12) / g11 : nil
  }

  /// The errors' sum of squares at given coefficients; roundings may leave it a little below zero.
  func sumOfSquares(_ first: Double, _ second: Double) -> Double {
    squares - 2 * first * r1 - 2 * second * r2 + first * first * g11 + 2 * first * second * g12
      + second * second * g22
  }
}

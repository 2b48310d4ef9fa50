internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The last line of a fit with breaks, seen from the last year: what its extrapolation needs.
///
/// Everything is in the unit of the sample.
struct LastRegime {
  /// The place of the break that begins it, 0 without one.
  let place: Int
  /// The level of the line in the last year.
  let level: Double
  let slope: Double
  /// The covariance of level and slope over the variance of the errors.
  let levelVariance: Double
  let covariance: Double
  let slopeVariance: Double
  /// The variance of the errors, zero for an exact fit.
  let errorVariance: Double
  /// ln |X'X| of the whole fit.
  let logDeterminant: Double

  /// Location and scale of a value in a year after the last.
  ///
  /// - Parameter years: how many years after.
  /// - Returns: of the Student t, in the unit of the sample.
  func law(_ years: Double) -> (location: Double, scale: Double) {
    let leverage = levelVariance + years * (2 * covariance + years * slopeVariance)
    return (level + slope * years, (errorVariance * (1 + leverage)).squareRoot())
  }

  /// The last of several free regimes.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - places: the breaks.
  ///   - squares: the sum of squared residuals of all regimes.
  init(_ sample: BreakSample, free places: [Int], squares: Double) {
    let ends = [0] + places + [sample.count]
    var (last, determinant) = (RunningLine(), 0.0)
    for (start, end) in zip(ends, ends.dropFirst()) {
      last = sample.line(start..<end)
      determinant += log(Double(last.count) * last.timeSquares)
    }
    let distance = (sample.times.last ?? 0) - last.meanTime
    place = places.last ?? 0
    level = last.meanValue + last.slope * distance
    slope = last.slope
    levelVariance = 1 / Double(last.count) + distance * distance / last.timeSquares
    covariance = distance / last.timeSquares
    slopeVariance = 1 / last.timeSquares
    logDeterminant = determinant
    let left = sample.count - BreakSearch.coefficients(places.count, isJoined: false)
    errorVariance = squares <= sample.exactSquares ? 0 : squares / Double(left)
  }

  /// The last of several joined regimes.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - places: the breaks.
  ///   - knots: the times at which the lines meet.
  /// - Throws: `LinearAlgebraError` where the design does not determine the lines.
  init(_ sample: BreakSample, joined places: [Int], knots: [Double]) throws(LinearAlgebraError) {
    let design = try Matrix(columns: Self.joinedColumns(sample.times, knots))
    let regression = try LeastSquares(design: design, response: sample.values)
    let last = sample.times.last ?? 0
    let levels = [1, last] + knots.map { last - $0 }
    let slopes = [0, 1] + knots.map { _ in 1.0 }
    let spread = regression.unscaledCovariance
    func form(_ left: [Double], _ right: [Double]) -> Double {
      // Columns lie one after the other.
      spread.elements.enumerated().reduce(0) { sum, element in
        sum + left[element.offset % left.count] * right[element.offset / left.count] * element.element
      }
    }
    place = places.last ?? 0
    level = try regression.predict(at: levels)
    slope = try regression.predict(at: slopes)
    levelVariance = form(levels, levels)
    covariance = form(levels, slopes)
    slopeVariance = form(slopes, slopes)
    logDeterminant = -(try CholeskyFactorization(spread)).logDeterminant
    let squares = regression.residualSumOfSquares
    errorVariance = squares <= sample.exactSquares ? 0 : regression.residualVariance
  }

  /// The columns 1, t and (t - knot)₊ of joined lines.
  static func joinedColumns(_ times: [Double], _ knots: [Double]) -> [[Double]] {
    [times.map { _ in 1 }, times] + knots.map { knot in times.map { max($0 - knot, 0) } }
  }
}

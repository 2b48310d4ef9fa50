/// The dynamic optimised theta model, averaged over a grid of smoothing weights.
///
/// Given α the one-step mean is μ(t) = l(t-1) + ω c(t-1), where l is the level, c the extrapolation of the line through
/// all values so far, (1 - α)^t A(t) + B(t) (1 - (1 - α)^(t+1)) / α, and ω = 1 - 1/θ. It is linear in the first level
/// and in ω, so both come from least squares, ω held to 0...1; only α is left, and the grid takes care of it.
///
/// Source: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler (2016), International Journal of Forecasting 32, 1151-1161.
struct TemperedTheta: Sendable, Equatable {
  /// The model at one α.
  struct Fit: Sendable, Equatable {
    let alpha: Double
    /// The level before the first value.
    let start: Double
    let omega: Double
    /// The level after the last value.
    let level: Double
    /// (1 - α)^n.
    let decay: Double
  }

  static let alphas = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99]

  let fits: [Fit]
  let weights: [Double]
  let line: GrowingLine
  /// The root mean squared one-step error of the best fit.
  let deviation: Double

  /// Fits the model at every α.
  ///
  /// - Parameter values: at least four.
  init(_ values: [Double]) {
    // The first values of a longer record only let the line settle.
    let first = Self.firstError(count: values.count)
    let (intercepts, slopes, line) = GrowingLine.history(values)
    var fits: [Fit] = []
    var sums: [Double] = []
    fits.reserveCapacity(Self.alphas.count)
    sums.reserveCapacity(Self.alphas.count)
    values.withUnsafeBufferPointer { values in
      intercepts.withUnsafeBufferPointer { intercepts in
        slopes.withUnsafeBufferPointer { slopes in
          for alpha in Self.alphas {
            let (fit, sum) = Self.fit(values, intercepts, slopes, alpha: alpha, from: first)
            fits.append(fit)
            sums.append(sum)
          }
        }
      }
    }
    let count = values.count - first
    self.fits = fits
    self.line = line
    weights = Tempering.weights(sums, count: count, total: values.reduce(0) { $0 + $1 * $1 })
    deviation = ((sums.min() ?? 0) / Double(count)).squareRoot()
  }

  /// Least squares at one α.
  private static func fit(
    _ values: UnsafeBufferPointer<Double>, _ intercepts: UnsafeBufferPointer<Double>,
    _ slopes: UnsafeBufferPointer<Double>, alpha: Double, from first: Int
  ) -> (fit: Fit, sumOfSquares: Double) {
    let keep = 1 - alpha
    var sums = TwoRegressors()
    // The level is this plus `share` times the first level.
    var level = alpha * values[0]
    var share = keep
    var decay = keep
    for index in 1..<values.count {
      let value = values[index]
      if index >= first {
        let extrapolated =
          intercepts[index - 1] * decay + slopes[index - 1] * (1 - decay * keep) / alpha
        sums.add(share, extrapolated, value - level)
      }
      level = alpha * value + keep * level
      share *= keep
      decay *= keep
    }
    var best = sums.solution ?? (0, .infinity)
    if !(0...1 ~= best.second) {
      // The sum of squares is a bowl: held to a range it is least at one of the ends.
      let none = sums.first(given: 0) ?? values[0]
      let full = sums.first(given: 1) ?? values[0]
      // On a flat record both fit alike; where only rounding would decide there is no trend.
      let gain = sums.sumOfSquares(none, 0) - sums.sumOfSquares(full, 1)
      best = gain > 1e-12 * sums.squares ? (full, 1) : (none, 0)
    }
    let (start, omega) = best
    return (
      Fit(alpha: alpha, start: start, omega: omega, level: level + share * start, decay: decay),
      max(sums.sumOfSquares(start, omega), 0)
    )
  }

  /// The weighted mean of the forecasts.
  ///
  /// - Parameter path: one element a year, overwritten.
  func forecast(into path: UnsafeMutableBufferPointer<Double>) {
    path.update(repeating: 0)
    for (fit, weight) in zip(fits, weights) {
      let keep = 1 - fit.alpha
      var (level, decay, line) = (fit.level, fit.decay, line)
      for step in path.indices {
        let mean =
          level + fit.omega * (line.intercept * decay + line.slope * (1 - decay * keep) / fit.alpha)
        path[step] += weight * mean
        level = fit.alpha * mean + keep * level
        decay *= keep
        line.append(mean)
      }
    }
  }

  /// The place of the first value whose error is fitted; those before it only start the recursion.
  ///
  /// - Parameter count: the number of values.
  /// - Returns: an index into the values.
  static func firstError(count: Int) -> Int { count >= 7 ? 3 : 1 }

  /// The weighted mean of the one-step errors; the first value has none and counts as zero.
  ///
  /// - Parameter values: those that were fitted.
  /// - Returns: an error for each value.
  func errors(_ values: [Double]) -> [Double] {
    let (intercepts, slopes, _) = GrowingLine.history(values)
    var errors = [Double](repeating: 0, count: values.count)
    for (fit, weight) in zip(fits, weights) {
      let keep = 1 - fit.alpha
      var level = fit.alpha * values[0] + keep * fit.start
      var decay = keep
      for index in 1..<values.count {
        let extrapolated =
          intercepts[index - 1] * decay + slopes[index - 1] * (1 - decay * keep) / fit.alpha
        errors[index] += weight * (values[index] - level - fit.omega * extrapolated)
        level = fit.alpha * values[index] + keep * level
        decay *= keep
      }
    }
    return errors
  }
}

/// The least-squares line through values that come one by one, t = 1 for the first.
struct GrowingLine: Sendable, Equatable {
  private(set) var count: Double
  private(set) var mean: Double
  private(set) var slope: Double
  /// The line at t = 0.
  private(set) var intercept: Double

  /// The line through one value: level.
  ///
  /// - Parameter value: the first value.
  init(_ value: Double) {
    count = 1
    mean = value
    slope = 0
    intercept = value
  }

  /// Takes in the next value.
  @inline(__always)
  mutating func append(_ value: Double) {
    let before = mean
    mean = (count * mean + value) / (count + 1)
    slope = ((count - 1) * slope + 6 * (value - before) / (count + 1)) / (count + 2)
    intercept = mean - slope * (count + 2) / 2
    count += 1
  }

  /// The lines after each of the values.
  ///
  /// - Parameter values: at least one.
  /// - Returns: intercepts and slopes, and the line through all values.
  static func history(_ values: [Double]) -> (intercepts: [Double], slopes: [Double], last: GrowingLine) {
    var line = GrowingLine(values[0])
    var intercepts = [Double](repeating: line.intercept, count: values.count)
    var slopes = [Double](repeating: line.slope, count: values.count)
    for index in values.indices.dropFirst() {
      line.append(values[index])
      intercepts[index] = line.intercept
      slopes[index] = line.slope
    }
    return (intercepts, slopes, line)
  }
}

/// The additive damped trend (Gardner & McKenzie 1985, Management Science 31, 1237-1246), averaged over a grid of
/// smoothing weights and dampings.
///
/// Given α, β and φ the errors are linear in the first level and the first slope, which come from least squares; the grid
/// takes care of the rest.
struct TemperedHolt: Sendable, Equatable {
  /// A point of the grid.
  struct Weights: Sendable, Equatable {
    let alpha: Double
    let beta: Double
    let phi: Double
  }

  /// The starting values at a point of the grid.
  struct Start: Sendable, Equatable {
    let level: Double
    let slope: Double
  }

  static let dampings = [0.8, 0.9, 0.98]
  /// α, β as a share of it, and φ, which varies fastest.
  static let grid: [Weights] = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap { alpha in
    [0.01, 0.1, 0.3, 0.7].flatMap { ratio in
      dampings.map { Weights(alpha: alpha, beta: alpha * ratio, phi: $0) }
    }
  }

  let starts: [Start]
  let weights: [Double]
  /// The weighted mean of the levels after the last value.
  let level: Double
  /// The weighted slopes after the last value, summed for each of ``dampings``.
  let slopes: [Double]
  /// The root mean squared one-step error of the best fit, the two starting values counted.
  let deviation: Double

  /// Fits the model at every point of the grid.
  ///
  /// - Parameter values: at least four.
  init(_ values: [Double]) {
    let count = Self.grid.count
    var starts: [Start] = []
    var ends: [Start] = []
    var sums: [Double] = []
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    sums.reserveCapacity(count)
    values.withUnsafeBufferPointer { values in
      for point in Self.grid {
        let fit = Self.fit(values, point)
        starts.append(fit.start)
        ends.append(fit.end)
        sums.append(fit.sumOfSquares)
      }
    }
    let weights = Tempering.weights(
      sums, count: values.count, total: values.reduce(0) { $0 + $1 * $1 })
    var level = 0.0
    var slopes = [Double](repeating: 0, count: Self.dampings.count)
    for index in 0..<count {
      level += weights[index] * ends[index].level
      slopes[index % slopes.count] += weights[index] * ends[index].slope
    }
    self.starts = starts
    self.weights = weights
    self.level = level
    self.slopes = slopes
    deviation = ((sums.min() ?? 0) / Double(values.count - 2)).squareRoot()
  }

  /// Least squares at one point of the grid.
  private static func fit(_ values: UnsafeBufferPointer<Double>, _ point: Weights) -> (
    start: Start, end: Start, sumOfSquares: Double
  ) {
    let (alpha, beta, phi) = (point.alpha, point.beta, point.phi)
    // The response of the recursion to the values alone, to a first level of one and to a first slope of one.
    var (level, slope) = (0.0, 0.0)
    var (levelL, slopeL) = (1.0, 0.0)
    var (levelB, slopeB) = (0.0, 1.0)
    var sums = TwoRegressors()
    for value in values {
      let mean = level + phi * slope
      let meanL = levelL + phi * slopeL
      let meanB = levelB + phi * slopeB
      let error = value - mean
      sums.add(meanL, meanB, error)
      level = mean + alpha * error
      slope = phi * slope + beta * error
      levelL = meanL - alpha * meanL
      slopeL = phi * slopeL - beta * meanL
      levelB = meanB - alpha * meanB
      slopeB = phi * slopeB - beta * meanB
    }
    let (x, z) = sums.solution ?? (values[0], 0)
    return (
      Start(level: x, slope: z),
      Start(level: level + x * levelL + z * levelB, slope: slope + x * slopeL + z * slopeB),
      max(sums.sumOfSquares(x, z), 0)
    )
  }

  /// The weighted mean of the forecasts.
  ///
  /// - Parameter path: one element a year, overwritten.
  func forecast(into path: UnsafeMutableBufferPointer<Double>) {
    path.update(repeating: level)
    for (phi, slope) in zip(Self.dampings, slopes) {
      var (power, growth) = (phi, 0.0)
      for step in path.indices {
        growth += power
        path[step] += growth * slope
        power *= phi
      }
    }
  }

  /// The weighted mean of the one-step errors.
  ///
  /// - Parameter values: those that were fitted.
  /// - Returns: an error for each value.
  func errors(_ values: [Double]) -> [Double] {
    var errors = [Double](repeating: 0, count: values.count)
    for (index, point) in Self.grid.enumerated() {
      var (level, slope) = (starts[index].level, starts[index].slope)
      for (place, value) in values.enumerated() {
        let mean = level + point.phi * slope
        let error = value - mean
        errors[place] += weights[index] * error
        level = mean + point.alpha * error
        slope = point.phi * slope + point.beta * error
      }
    }
    return errors
  }
}

internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Exponential smoothing with additive errors, the family of `ses`, `holt` and `damped`.
///
/// y(t) = l(t-1) + φ b(t-1) + e(t), l(t) = l(t-1) + φ b(t-1) + α e(t), b(t) = φ b(t-1) + β e(t); without a trend
/// b is zero, without damping φ is 1 (Hyndman, Koehler, Ord & Snyder 2008, chapters 2 and 5).
///
/// Given α, β and φ the errors are linear in the starting values l(0) and b(0), so those are solved for exactly
/// by least squares inside the search (two columns, Givens rotations row by row), and the search itself runs over
/// one to three bounded numbers. That is why the optimum found here is never below that of a search over all five.
/// Plain Swift and no BLAS: a row is two numbers wide, and a library call costs more than the arithmetic.
struct AdditiveSmoothing: Sendable {
  /// What the trend does.
  enum Trend: Sendable, Equatable { case none, linear, damped }

  let trend: Trend
  let model: ModelIdentifier

  /// α, β and φ; β = 0 and φ = 1 where the trend has none.
  struct Weights: Sendable, Equatable {
    var alpha: Double
    var beta: Double
    var phi: Double
  }

  /// The region searched: that of R's `ets` under its usual bounds.
  static let alphaRange = 1e-4...0.9999
  static let betaFloor = 1e-4
  static let phiRange = 0.8...0.98

  /// The number of α, β, φ, l(0), b(0) that the trend has.
  var parameterCount: Int {
    switch trend {
    case .none: 2
    case .linear: 4
    case .damped: 5
    }
  }

  /// Estimates weights and starting values by maximum likelihood.
  ///
  /// - Parameters:
  ///   - values: without gaps.
  ///   - firstYear: the year of the first value.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/overflow(model:)`` or ``FitError/didNotConverge(model:)``.
  func fit(_ values: [Double], firstYear: Int) throws(FitError) -> FittedSmoothing {
    // Around the first value and in units of the largest change: the search sees the same numbers in any unit.
    let origin = values[0]
    let unit = values.reduce(0) { max($0, ($1 - origin).magnitude) }
    guard unit.isFinite else { throw .overflow(model: model) }
    let scaled = values.map { unit > 0 ? ($0 - origin) / unit : 0 }
    // Below this share of the total a sum of squares is rounding noise, and its logarithm would lead the search.
    let floor = max(scaled.reduce(0) { $0 + $1 * $1 } * 1e-26, 1e-300)
    let best = scaled.withUnsafeBufferPointer { pointer in
      search { log(max(profile(pointer, $0).sumOfSquares, floor)) }
    }
    guard let best else { throw .didNotConverge(model: model) }
    let start = scaled.withUnsafeBufferPointer { profile($0, best) }
    let fitted = FittedSmoothing(
      smoothing: self, weights: best, level: origin + start.level * unit, slope: start.slope * unit,
      values: values, firstYear: firstYear)
    guard fitted.variance.isFinite else { throw .overflow(model: model) }
    return fitted
  }

  /// The errors' sum of squares at given weights, with the starting values that make it least.
  func profile(_ values: UnsafeBufferPointer<Double>, _ weights: Weights) -> (
    sumOfSquares: Double, level: Double, slope: Double
  ) {
    let (alpha, beta, phi) = (weights.alpha, weights.beta, weights.phi)
    // The response of the recursion to the values alone, to l(0) = 1 alone and to b(0) = 1 alone.
    var (level, slope) = (0.0, 0.0)
    var (levelL, slopeL) = (1.0, 0.0)
    var (levelB, slopeB) = (0.0, trend == .none ? 0.0 : 1.0)
    var (r11, r12, r22, z1, z2, squares) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for value in values {
      let expected = level + phi * slope
      let error = value - expected
      level = expected + alpha * error
      slope = phi * slope + beta * error
      let columnL = levelL + phi * slopeL
      levelL = columnL - alpha * columnL
      slopeL = phi * slopeL - beta * columnL
      let columnB = levelB + phi * slopeB
      levelB = columnB - alpha * columnB
      slopeB = phi * slopeB - beta * columnB
      var (x1, x2, z) = (columnL, columnB, error)
      if x1 != 0 {
        let radius = (r11 * r11 + x1 * x1).squareRoot()
        let (c, s) = (r11 / radius, x1 / radius)
        r11 = radius
        (r12, x2) = (c * r12 + s * x2, c * x2 - s * r12)
        (z1, z) = (c * z1 + s * z, c * z - s * z1)
      }
      if x2 != 0 {
        let radius = (r22 * r22 + x2 * x2).squareRoot()
        let (c, s) = (r22 / radius, x2 / radius)
        r22 = radius
        (z2, z) = (c * z2 + s * z, c * z - s * z2)
      }
      squares += z * z
    }
    // A column that never moved the errors leaves its starting value at zero and its share in the errors.
    let slopeStart = r22 > 1e-12 ? z2 / r22 : 0
    if r22 <= 1e-12 { squares += z2 * z2 }
    let levelStart = r11 > 1e-12 ? (z1 - r12 * slopeStart) / r11 : 0
    return (squares, levelStart, slopeStart)
  }

  /// Looks for the best weights: a coarse grid, then a simplex search from its best points.
  private func search(_ objective: (Weights) -> Double) -> Weights? {
    let grid = gridPoints
    let ranked = grid.map { ($0, objective(weights($0))) }.sorted { $0.1 < $1.1 }
    var simplex = NelderMead()
    simplex.tolerance = 1e-13
    var best: NelderMead.Minimum?
    // Six, for the likelihood has several peaks: three miss the highest in 14 of 491 windows of the series that the
    // tests hold, six in 2.
    for (start, _) in ranked.prefix(trend == .none ? 1 : 6) {
      let found = simplex.minimise(from: start, steps: start.map { $0 > 0.5 ? -0.1 : 0.1 }) {
        objective(weights($0))
      }
      if found.value < best?.value ?? .infinity { best = found }
    }
    guard let best else { return nil }
    // A second, smaller simplex from the end point: the first may have collapsed short of the minimum.
    let refined = simplex.minimise(from: best.point, steps: best.point.map { $0 > 0.5 ? -0.02 : 0.02 }) {
      objective(weights($0))
    }
    return weights(refined.point)
  }

  /// The starting points, as shares of the allowed ranges.
  private var gridPoints: [[Double]] {
    let alphas = [0.02, 0.15, 0.4, 0.7, 0.97]
    let shares = [0.01, 0.1, 0.4, 0.9]
    switch trend {
    case .none: return alphas.map { [$0] }
    case .linear: return alphas.flatMap { alpha in shares.map { [alpha, $0] } }
    case .damped:
      return alphas.flatMap { alpha in
        shares.flatMap { share in [0.15, 0.6, 0.95].map { [alpha, share, $0] } }
      }
    }
  }

  /// The weights at a point of the unit cube; a point outside counts as the nearest one inside.
  private func weights(_ point: UnsafePointer<Double>) -> Weights {
    func within(_ share: Double, _ range: ClosedRange<Double>) -> Double {
      range.lowerBound + min(max(share, 0), 1) * (range.upperBound - range.lowerBound)
    }
    let alpha = within(point[0], Self.alphaRange)
    guard trend != .none else { return Weights(alpha: alpha, beta: 0, phi: 1) }
    let beta = within(point[1], Self.betaFloor...max(alpha, Self.betaFloor))
    return Weights(alpha: alpha, beta: beta, phi: trend == .damped ? within(point[2], Self.phiRange) : 1)
  }
}

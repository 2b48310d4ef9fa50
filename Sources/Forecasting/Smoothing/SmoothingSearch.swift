/// Finds the best weights of a form: a grid, then Newton's method from each of the grid's valleys.
///
/// The likelihood has several local maxima, many of them on the bounds, so one start is not enough: every grid
/// point with no better neighbour is one, best first, up to a limit.
struct SmoothingSearch {
  let form: SmoothingForm
  let sample: SmoothingSample

  /// The most valleys from which Newton's method starts.
  static let startLimit = 4

  /// What a search found.
  struct Candidate: Sendable {
    var form: SmoothingForm
    var weights: SmoothingWeights
    /// The starting values, on the scale of the series.
    var level, slope: Double
    /// Minus twice the log-likelihood without its constant, in units of the sample: comparable among forms.
    var criterion: Double
    /// Whether the errors are nothing but the rounding of the values.
    var isExact: Bool
    /// The place in the unit cube, from which a search of the same trend can start.
    var cube: SIMD4<Double>
  }

  /// Searches.
  ///
  /// - Parameter near: a further start, such as the optimum of the same trend with additive errors.
  /// - Returns: the best minimum; `nil` when no search ends at one.
  func best(near: SIMD4<Double>? = nil) -> Candidate? {
    form.isGrowth ? GrowthSmoothing.best(form: form, sample: sample) : profiled(near: near)
  }

  private func profiled(near: SIMD4<Double>?) -> Candidate? {
    var objective = ProfiledSmoothing(form: form, sample: sample)
    var starts = Starts()
    objective.collectValleys(into: &starts)
    var best: Candidate?
    let newton = BoxNewton()
    func improve(_ start: SIMD4<Double>) {
      var point = start
      objective.nearby = nil
      let found = withUnsafeMutableBytes(of: &point) { bytes -> BoxNewton.Minimum? in
        guard let pointer = bytes.assumingMemoryBound(to: Double.self).baseAddress else { return nil }
        let found = newton.minimise(&objective, from: pointer)
        // The last evaluation may have been a step that was refused.
        _ = objective.value(at: pointer)
        return found
      }
      guard let found, found.converged, found.value < best?.criterion ?? .infinity else { return }
      best = Candidate(
        form: form, weights: objective.weights,
        level: sample.origin + objective.start.level * sample.unit,
        slope: objective.start.slope * sample.unit, criterion: objective.start.criterion,
        isExact: objective.isExact, cube: point)
    }
    if let near { improve(near) }
    for index in 0..<starts.count { improve(starts[index]) }
    if form.errors == .additive, let weights = best?.weights {
      let values = UnsafeBufferPointer(start: sample.centred, count: sample.count)
      let start = AdditiveSmoothing.profile(values, weights, hasTrend: form.hasTrend)
      best?.level = sample.origin + start.level * sample.unit
      best?.slope = start.slope * sample.unit
    }
    return best
  }
}

/// A few points in ascending order of their values.
struct Starts {
  private(set) var count = 0
  private var points: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) = (
    .zero, .zero, .zero, .zero
  )
  private var values = SIMD4<Double>(repeating: .infinity)

  /// The point with the rank, best first.
  subscript(rank: Int) -> SIMD4<Double> {
    switch rank {
    case 0: points.0
    case 1: points.1
    case 2: points.2
    default: points.3
    }
  }

  /// Takes a point in, unless there are better ones enough.
  mutating func insert(_ point: SIMD4<Double>, _ value: Double) {
    guard value < values.w else { return }
    count = min(count + 1, SmoothingSearch.startLimit)
    (points.3, values.w) = (point, value)
    if values.w < values.z { swap(&points.2, &points.3); (values.z, values.w) = (values.w, values.z) }
    if values.z < values.y { swap(&points.1, &points.2); (values.y, values.z) = (values.z, values.y) }
    if values.y < values.x { swap(&points.0, &points.1); (values.x, values.y) = (values.y, values.x) }
  }
}

extension ProfiledSmoothing {
  /// The grid's coordinates, as shares of the weights' ranges: closer where valleys are narrow.
  private static let alphaShares = SIMD8(0, 0.08, 0.2, 0.4, 0.6, 0.8, 1, 1)
  private static let betaShares = SIMD8(0, 0.05, 0.11, 0.2, 0.4, 0.65, 0.85, 1)
  private static let phiShares = SIMD4(0, 0.5, 0.85, 1)

  /// Evaluates the grid and keeps every point that has no better neighbour along an axis.
  mutating func collectValleys(into starts: inout Starts) {
    let (alphas, betas, phis) = (7, form.hasTrend ? 8 : 1, form.isDamped ? 4 : 1)
    precision = 1e-5
    defer { precision = 1e-12 }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 7 * 8 * 4) { values in
      func place(_ a: Int, _ b: Int, _ p: Int) -> Int { (a * betas + b) * phis + p }
      func point(_ a: Int, _ b: Int, _ p: Int) -> SIMD4<Double> {
        SIMD4(Self.alphaShares[a], Self.betaShares[b], Self.phiShares[p], 0)
      }
      for a in 0..<alphas {
        for b in 0..<betas {
          for p in 0..<phis {
            // Along φ the starting values change little, and the last ones are a good place to begin.
            if p == 0 { nearby = nil }
            var cube = point(a, b, p)
            values[place(a, b, p)] = withUnsafeBytes(of: &cube) { bytes in
              bytes.assumingMemoryBound(to: Double.self).baseAddress.map { value(at: $0) } ?? .infinity
            }
          }
        }
      }
      for a in 0..<alphas {
        for b in 0..<betas {
          for p in 0..<phis {
            let value = values[place(a, b, p)]
            guard value < .infinity,
              a == 0 || value <= values[place(a - 1, b, p)],
              a == alphas - 1 || value <= values[place(a + 1, b, p)],
              b == 0 || value <= values[place(a, b - 1, p)],
              b == betas - 1 || value <= values[place(a, b + 1, p)],
              p == 0 || value <= values[place(a, b, p - 1)],
              p == phis - 1 || value <= values[place(a, b, p + 1)]
            else { continue }
            starts.insert(point(a, b, p), value)
          }
        }
      }
    }
  }
}

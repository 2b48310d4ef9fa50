#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The criterion of a form with a multiplicative trend, as a function of weights and starting values.
///
/// Here μ is not linear in l(0) and b(0), so the search runs over all of them: the weights as in
/// ``SmoothingWeights``, ln l(0) and ln b(0). Derivatives are central differences; the forms are opt-in, and the
/// powers in the recursion cost more than the differences do.
struct GrowthSmoothing: CurvedObjective {
  let form: SmoothingForm
  let sample: SmoothingSample

  /// The width of the differences.
  private static let width = 1e-4

  var dimension: Int { form.weightCount + 2 }
  var least: Double { Double(sample.count) * log(sample.noise) }

  func range(_ axis: Int) -> ClosedRange<Double> {
    switch axis - form.weightCount {
    case ..<0: 0...1
    case 0: -30...30
    default: -3...3
    }
  }

  func value(at point: UnsafePointer<Double>) -> Double {
    let weights = SmoothingWeights(form: form, cube: point)
    let start = start(point)
    return criterion(weights, level: start.level, growth: start.growth)
  }

  /// n ln S, or n ln S + 2 Σ ln μ, of the recursion from given starting values in units of the sample.
  private func criterion(_ weights: SmoothingWeights, level: Double, growth: Double) -> Double {
    var state = SmoothingState(level: level, slope: growth)
    var squares = 0.0
    var logs = 0.0
    for index in 0..<sample.count {
      let value = sample.scaled[index]
      let expected = state.advanceGrowth(value, weights)
      guard expected > 0, state.level > 0, state.slope > 0 else { return .infinity }
      if form.errors == .multiplicative {
        let error = value / expected - 1
        squares += error * error
        logs += log(expected)
      } else {
        squares += (value - expected) * (value - expected)
      }
    }
    let result = Double(sample.count) * log(max(squares, sample.noise)) + 2 * logs
    return result.isFinite ? result : .infinity
  }

  private func start(_ point: UnsafePointer<Double>) -> (level: Double, growth: Double) {
    let first = form.weightCount
    return (exp(point[first]), exp(point[first + 1]))
  }

  func expand(
    at point: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>
  ) {
    let n = dimension
    withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { moved in
      guard let trial = moved.baseAddress else { return }
      trial.initialize(from: point, count: n)
      func at(_ i: Int, _ di: Double, _ j: Int = 0, _ dj: Double = 0) -> Double {
        trial[i] += di * Self.width
        trial[j] += dj * Self.width
        defer {
          trial[i] = point[i]
          trial[j] = point[j]
        }
        return value(at: trial)
      }
      let centre = value(at: point)
      let squared = Self.width * Self.width
      for i in 0..<n {
        let (up, down) = (at(i, 1), at(i, -1))
        gradient[i] = (up - down) / (2 * Self.width)
        hessian[i * n + i] = (up - 2 * centre + down) / squared
        for j in 0..<i {
          let mixed = (at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)) / (4 * squared)
          hessian[i * n + j] = mixed
          hessian[j * n + i] = mixed
        }
      }
    }
  }

  /// Searches from exponential curves through the whole and through the beginning, at several weights.
  ///
  /// - Parameters:
  ///   - form: with a multiplicative trend.
  ///   - sample: of positive values.
  /// - Returns: the best minimum; `nil` when no search ends at one.
  static func best(form: SmoothingForm, sample: SmoothingSample) -> SmoothingSearch.Candidate? {
    var objective = GrowthSmoothing(form: form, sample: sample)
    let count = form.weightCount
    let lengths = Set([sample.count, min(sample.count, 10), min(sample.count, 4), 2]).sorted()
    var starts: [(point: [Double], value: Double)] = []
    for alpha in [0, 0.2, 0.5, 0.8, 1] {
      for share in [0, 0.2, 0.6, 1] {
        for phi in form.isDamped ? [0, 0.7, 1] : [0] {
          for fading in form.isDamped ? [1, 0.8 + 0.18 * phi] : [1] {
            var least: (point: [Double], value: Double) = ([], .infinity)
            for length in lengths {
              let curve = sample.exponentialCurve(through: length, fading: fading)
              let point = Array([alpha, share, phi].prefix(count)) + [curve.level, curve.growth]
              let value = objective.value(at: point)
              if value < least.value { least = (point, value) }
            }
            if least.value < .infinity { starts.append(least) }
          }
        }
      }
    }
    starts.sort { $0.value < $1.value }
    var best: SmoothingSearch.Candidate?
    for (start, _) in starts.prefix(form.isDamped ? 16 : 10) {
      var point = start
      let found = BoxNewton().minimise(&objective, from: &point)
      guard found.converged, found.value < best?.criterion ?? .infinity else { continue }
      let values = objective.start(point)
      let cube = SIMD4(point[0], point[1], form.isDamped ? point[2] : 0, 0)
      best = SmoothingSearch.Candidate(
        form: form, weights: SmoothingWeights(form: form, cube: point), level: values.level * sample.unit,
        slope: values.growth, criterion: found.value,
        isExact: form.errors == .additive && found.value <= objective.least, cube: cube)
    }
    return best
  }
}

extension SmoothingSample {
  /// The logarithms of level and growth factor of a curve whose growth fades, one step before the first value.
  ///
  /// - Parameters:
  ///   - length: how many of the first values it is fitted to, by least squares of their logarithms.
  ///   - phi: the damping of its growth; 1 for an exponential curve.
  /// - Returns: ln l(0) in units of the sample, and ln b(0).
  func exponentialCurve(through length: Int, fading phi: Double) -> (level: Double, growth: Double) {
    var (sum, timeSum, product, squares) = (0.0, 0.0, 0.0, 0.0)
    var (power, time) = (1.0, 0.0)
    for index in 0..<length {
      power *= phi
      time += power
      let value = log(scaled[index])
      sum += value
      timeSum += time
      product += time * value
      squares += time * time
    }
    let n = Double(length)
    let spread = squares - timeSum * timeSum / n
    let growth = spread > 0 ? min(max((product - timeSum * sum / n) / spread, -3), 3) : 0
    return ((sum - growth * timeSum) / n, growth)
  }
}

/// The quasi-Newton search of Broyden, Fletcher, Goldfarb and Shanno for smooth objectives.
///
/// Nocedal & Wright (2006), Numerical Optimization, 2nd ed., algorithm 6.1 with the update 6.17 of the inverse
/// Hessian and a backtracking line search by interpolation (section 3.5). The gradient is taken by forward differences
/// as long as there is much to gain, and then by central ones: those are good to about 1e-9 of the objective's unit,
/// so that the end point does not depend on the last digits of a machine.
///
/// Working storage is allocated once a search; the objective is called with a pointer and allocates nothing itself.
/// The search is deterministic. Where the objective is infinite it is not defined, and no step ends there.
struct QuasiNewton {
  /// The search ends when a Newton step would change no coordinate by more than this, relative to its magnitude or 1.
  var tolerance = 1e-8
  /// The search also ends when a Newton step promises less than this, relative to the objective or 1.
  var decrease = 1e-15
  /// The most steps.
  var stepLimit = 200
  /// A first guess of the objective's second derivative.
  var curvature = 1.0
  /// The longest step, relative to the magnitude of a coordinate or 1.
  var reach = 2.0
  /// Half the width of the central differences, relative to the magnitude of a coordinate or 1.
  var spacing = 6e-6
  /// The width of the forward differences, likewise.
  var forwardSpacing = 1e-7
  /// What a Newton step has to promise, as long as forward differences do.
  var forwardDecrease = 1e-6

  /// What a search found.
  struct Minimum {
    let point: [Double]
    let value: Double
    let converged: Bool
  }

  /// Searches from a point.
  ///
  /// - Parameters:
  ///   - start: where the objective is finite.
  ///   - objective: what is made small; infinity where it is not defined.
  /// - Returns: the best point seen, and whether it meets a criterion of convergence.
  func minimise(from start: [Double], objective: (UnsafePointer<Double>) -> Double) -> Minimum {
    let n = start.count
    guard n > 0 else { return Minimum(point: [], value: objective([0]), converged: true) }
    var point = start
    var value = objective(point)
    guard value.isFinite else { return Minimum(point: point, value: value, converged: false) }
    // One block: gradient, next gradient, direction, trial, inverse Hessian.
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 5 * n + n * n) { block in
      block.initialize(repeating: 0)
      guard let base = block.baseAddress else { return Minimum(point: point, value: value, converged: false) }
      var (gradient, next) = (base, base + n)
      let (direction, trial, change, inverse) = (base + 2 * n, base + 3 * n, base + 4 * n, base + 5 * n)
      var isCentral = false
      differentiate(objective, at: point, value, into: gradient, trial: trial, isCentral: false)
      var isFresh = true
      for axis in 0..<n { inverse[axis * n + axis] = 1 / curvature }
      for _ in 0..<stepLimit {
        var slope = 0.0
        var isSmall = true
        for row in 0..<n {
          var sum = 0.0
          for column in 0..<n { sum -= inverse[row * n + column] * gradient[column] }
          direction[row] = sum
          slope += sum * gradient[row]
          if sum.magnitude > tolerance * max(point[row].magnitude, 1) { isSmall = false }
        }
        if !isCentral, isSmall || -slope < forwardDecrease {
          isCentral = true
          differentiate(objective, at: point, value, into: gradient, trial: trial, isCentral: true)
          continue
        }
        if isSmall || -slope <= 2 * decrease * max(value.magnitude, 1) {
          // Only a Hessian that has been learned may end the search.
          guard isFresh, !isSmall else { return Minimum(point: point, value: value, converged: true) }
        }
        guard slope < 0 else {
          guard !isFresh else { return Minimum(point: point, value: value, converged: false) }
          reset(inverse, n)
          isFresh = true
          continue
        }
        guard let step = lineSearch(objective, point, direction, trial, value: value, slope: slope) else {
          // No descent along this direction: rounding at the minimum, a coarse gradient, or a stale Hessian.
          if !isCentral {
            isCentral = true
            differentiate(objective, at: point, value, into: gradient, trial: trial, isCentral: true)
            continue
          }
          guard !isFresh else { return Minimum(point: point, value: value, converged: -slope < 1e-9) }
          reset(inverse, n)
          isFresh = true
          continue
        }
        for axis in 0..<n {
          change[axis] = step.length * direction[axis]
          point[axis] += change[axis]
        }
        value = step.value
        differentiate(objective, at: point, value, into: next, trial: trial, isCentral: isCentral)
        update(inverse, change, gradient, next, direction, n, scaling: isFresh)
        isFresh = false
        swap(&gradient, &next)
      }
      return Minimum(point: point, value: value, converged: false)
    }
  }

  /// The gradient; at the edge of the domain by the side that is defined.
  private func differentiate(
    _ objective: (UnsafePointer<Double>) -> Double, at point: [Double], _ value: Double,
    into gradient: UnsafeMutablePointer<Double>, trial: UnsafeMutablePointer<Double>, isCentral: Bool
  ) {
    for axis in point.indices { trial[axis] = point[axis] }
    for axis in point.indices {
      let width = (isCentral ? spacing : forwardSpacing) * max(point[axis].magnitude, 1)
      trial[axis] = point[axis] + width
      let above = objective(trial)
      if !isCentral, above.isFinite {
        trial[axis] = point[axis]
        gradient[axis] = (above - value) / width
        continue
      }
      trial[axis] = point[axis] - width
      let below = objective(trial)
      trial[axis] = point[axis]
      switch (above.isFinite, below.isFinite) {
      case (true, true): gradient[axis] = (above - below) / (2 * width)
      case (true, false): gradient[axis] = (above - value) / width
      case (false, true): gradient[axis] = (value - below) / width
      case (false, false): gradient[axis] = 0
      }
    }
  }

  /// A step that makes the objective smaller by a share of what the slope promises.
  private func lineSearch(
    _ objective: (UnsafePointer<Double>) -> Double, _ point: [Double],
    _ direction: UnsafeMutablePointer<Double>, _ trial: UnsafeMutablePointer<Double>,
    value: Double, slope: Double
  ) -> (length: Double, value: Double)? {
    let longest = point.indices.reduce(0.0) { max($0, direction[$1].magnitude / max(point[$1].magnitude, 1)) }
    var length = longest > reach ? reach / longest : 1
    // Differences below the rounding of the objective say nothing; they are no reason to refuse a step.
    let noise = 4 * value.magnitude.ulp
    for _ in 0..<40 {
      for axis in point.indices { trial[axis] = point[axis] + length * direction[axis] }
      let found = objective(trial)
      if found <= value + 1e-4 * length * slope + noise { return (length, found) }
      // The lowest point of the parabola through the slope and both values, kept within a tenth and a half.
      let parabola = -slope * length * length / (2 * (found - value - slope * length))
      length = found.isFinite ? min(max(parabola, 0.1 * length), 0.5 * length) : 0.25 * length
      if length * longest < 1e-12 { return nil }
    }
    return nil
  }

  /// The update of the inverse Hessian; a step along which the slope does not grow teaches nothing.
  private func update(
    _ inverse: UnsafeMutablePointer<Double>, _ change: UnsafeMutablePointer<Double>,
    _ gradient: UnsafeMutablePointer<Double>, _ next: UnsafeMutablePointer<Double>,
    _ work: UnsafeMutablePointer<Double>, _ n: Int, scaling: Bool
  ) {
    var (product, squares, length) = (0.0, 0.0, 0.0)
    for axis in 0..<n {
      let difference = next[axis] - gradient[axis]
      product += change[axis] * difference
      squares += difference * difference
      length += change[axis] * change[axis]
    }
    guard product > 1e-10 * (squares * length).squareRoot() else { return }
    if scaling {
      for axis in 0..<n { inverse[axis * n + axis] = product / squares }
    }
    var curvature = 0.0
    for row in 0..<n {
      var sum = 0.0
      for column in 0..<n { sum += inverse[row * n + column] * (next[column] - gradient[column]) }
      work[row] = sum
      curvature += sum * (next[row] - gradient[row])
    }
    let factor = (1 + curvature / product) / product
    for row in 0..<n {
      for column in 0..<n {
        inverse[row * n + column] +=
          factor * change[row] * change[column]
          - (work[row] * change[column] + change[row] * work[column]) / product
      }
    }
  }

  private func reset(_ inverse: UnsafeMutablePointer<Double>, _ n: Int) {
    for entry in 0..<(n * n) { inverse[entry] = 0 }
    for axis in 0..<n { inverse[axis * n + axis] = 1 / curvature }
  }
}

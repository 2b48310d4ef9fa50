/// What ``BoxNewton`` makes small: a function of a few bounded numbers with two derivatives.
protocol CurvedObjective {
  /// The number of coordinates.
  var dimension: Int { get }
  /// A value at or below which there is nothing left to find.
  var least: Double { get }
  /// Where a coordinate may lie.
  func range(_ axis: Int) -> ClosedRange<Double>
  /// The value; infinity where it is not defined.
  mutating func value(at point: UnsafePointer<Double>) -> Double
  /// Gradient and Hessian (row by row) at the point whose value was asked for last.
  mutating func expand(
    at point: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>)
}

/// Newton's method within bounds, damped until every step goes down.
///
/// A coordinate at its bound stays there while the gradient presses it against the bound. The others move to the
/// minimum of the quadratic model within the box, found by fixing one bound after another as the
/// step meets them. A multiple of the
/// Hessian's largest diagonal element is added while the model has no minimum or promises too much (Levenberg
/// 1944, Marquardt 1963; Nocedal & Wright 2006, sections 4.3 and 16.5). Storage is one stack allocation a call.
struct BoxNewton {
  /// The promised decrease, relative to one plus the value's magnitude, after which the search ends.
  var tolerance = 1e-11
  /// The most iterations.
  var iterationLimit = 100

  /// How a search ended.
  struct Minimum {
    let value: Double
    let converged: Bool
  }

  /// Searches from a point.
  ///
  /// - Parameters:
  ///   - objective: what is made small.
  ///   - point: where the search starts; afterwards the best point. A start outside the box is moved into it.
  /// - Returns: the value there, and whether the search ended at a minimum.
  func minimise<Objective: CurvedObjective>(
    _ objective: inout Objective, from point: UnsafeMutablePointer<Double>
  ) -> Minimum {
    let n = objective.dimension
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * n + 2 * n * n) { scratch in
      guard let base = scratch.baseAddress else { return Minimum(value: .infinity, converged: false) }
      scratch.initialize(repeating: 0)
      var model = QuadraticModel(dimension: n, storage: base)
      return minimise(&objective, point, &model)
    }
  }

  private func minimise<Objective: CurvedObjective>(
    _ objective: inout Objective, _ point: UnsafeMutablePointer<Double>, _ model: inout QuadraticModel
  ) -> Minimum {
    let n = objective.dimension
    for axis in 0..<n { point[axis] = clamp(point[axis], objective.range(axis)) }
    var value = objective.value(at: point)
    guard value < .infinity else { return Minimum(value: .infinity, converged: false) }
    var damping = 0.0
    for _ in 0..<iterationLimit {
      guard value > objective.least else { return Minimum(value: value, converged: true) }
      objective.expand(at: point, gradient: model.gradient, hessian: model.hessian)
      let scale = model.largestDiagonal
      guard scale.isFinite, model.gradientIsFinite else { return Minimum(value: value, converged: false) }
      let negligible = tolerance * (1 + value.magnitude)
      while true {
        let promised = model.solve(around: point, damping: damping * scale, objective)
        if promised == 0 { return Minimum(value: value, converged: true) }
        if let promised, promised > 0 {
          for axis in 0..<n {
            model.trial[axis] = clamp(point[axis] + model.step[axis], objective.range(axis))
          }
          let reached = objective.value(at: model.trial)
          if value - reached > 1e-4 * promised {
            value = reached
            for axis in 0..<n { point[axis] = model.trial[axis] }
            if promised <= negligible, damping < 1e-4 { return Minimum(value: value, converged: true) }
            damping = damping < 1e-6 ? 0 : damping * 0.1
            break
          }
          // The rounding of the value hides a decrease this small: the point is as good as any near it.
          if promised <= 100 * negligible, damping < 1e-4 { return Minimum(value: value, converged: true) }
        }
        damping = max(damping * 5, 1e-5)
        guard damping < 1e12 else { return Minimum(value: value, converged: false) }
      }
    }
    return Minimum(value: value, converged: false)
  }

  private func clamp(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }
}

/// The second-order model of a function around a point, and its minimum within a box.
private struct QuadraticModel {
  let dimension: Int
  let gradient, step, trial, right: UnsafeMutablePointer<Double>
  let hessian, factor: UnsafeMutablePointer<Double>
  /// One bit a coordinate: it stays where `step` has put it.
  private var fixed: UInt = 0

  init(dimension n: Int, storage: UnsafeMutablePointer<Double>) {
    dimension = n
    gradient = storage
    step = storage + n
    trial = storage + 2 * n
    right = storage + 3 * n
    hessian = storage + 4 * n
    factor = storage + 4 * n + n * n
  }

  var largestDiagonal: Double {
    var largest = 1e-300
    for axis in 0..<dimension { largest = max(largest, hessian[axis * dimension + axis].magnitude) }
    return largest
  }

  var gradientIsFinite: Bool {
    for axis in 0..<dimension where !gradient[axis].isFinite { return false }
    return true
  }

  /// Puts the step to the model's minimum within the box into `step`.
  ///
  /// - Parameters:
  ///   - point: the centre of the model.
  ///   - damping: what is added to the Hessian's diagonal.
  ///   - objective: knows the box.
  /// - Returns: the decrease that the undamped model promises; `nil` where the damped one has no minimum.
  mutating func solve<Objective: CurvedObjective>(
    around point: UnsafePointer<Double>, damping: Double, _ objective: Objective
  ) -> Double? {
    let n = dimension
    fixed = 0
    for axis in 0..<n {
      let range = objective.range(axis)
      step[axis] = 0
      if (point[axis] <= range.lowerBound && gradient[axis] >= 0)
        || (point[axis] >= range.upperBound && gradient[axis] <= 0)
      {
        fixed |= 1 << UInt(axis)
      }
    }
    for _ in 0...n {
      guard solveFree(damping) else { return nil }
      // The bound that is met first on the way.
      var first = (share: 1.0, axis: -1, bound: 0.0)
      for axis in 0..<n where isFree(axis) && step[axis] != 0 {
        let range = objective.range(axis)
        let bound = step[axis] < 0 ? range.lowerBound : range.upperBound
        let share = (bound - point[axis]) / step[axis]
        if share < first.share { first = (share, axis, bound) }
      }
      guard first.axis >= 0 else { break }
      step[first.axis] = first.bound - point[first.axis]
      fixed |= 1 << UInt(first.axis)
    }
    var promised = 0.0
    for row in 0..<n {
      var curvature = 0.0
      for column in 0..<n { curvature += hessian[row * n + column] * step[column] }
      promised -= step[row] * (gradient[row] + 0.5 * curvature)
    }
    return promised
  }

  private func isFree(_ axis: Int) -> Bool { fixed & (1 << UInt(axis)) == 0 }

  /// Solves for the free coordinates of the step, the fixed ones given, by Cholesky.
  private func solveFree(_ damping: Double) -> Bool {
    let n = dimension
    for row in 0..<n where isFree(row) {
      var sum = -gradient[row]
      for column in 0..<n where !isFree(column) { sum -= hessian[row * n + column] * step[column] }
      for column in 0..<row where isFree(column) {
        var element = hessian[row * n + column]
        for inner in 0..<column where isFree(inner) {
          element -= factor[row * n + inner] * factor[column * n + inner]
        }
        element /= factor[column * n + column]
        factor[row * n + column] = element
        sum -= element * right[column]
      }
      var pivot = hessian[row * n + row] + damping
      for inner in 0..<row where isFree(inner) { pivot -= factor[row * n + inner] * factor[row * n + inner] }
      guard pivot > 1e-12 * (hessian[row * n + row].magnitude + damping), pivot > 0 else { return false }
      factor[row * n + row] = pivot.squareRoot()
      right[row] = sum / factor[row * n + row]
    }
    for row in stride(from: n - 1, through: 0, by: -1) where isFree(row) {
      var sum = right[row]
      for below in row + 1..<max(n, row + 1) where isFree(below) {
        sum -= factor[below * n + row] * step[below]
      }
      step[row] = sum / factor[row * n + row]
    }
    return true
  }
}

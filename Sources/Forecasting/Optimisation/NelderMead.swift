/// The simplex search of Nelder and Mead.
///
/// Nelder & Mead (1965), Computer Journal 7, 308-313, with the coefficients of Lagarias et al. (1998).
///
/// Working storage is allocated once; the objective is called with a pointer and allocates nothing itself.
/// The search is deterministic. Bounds are the objective's business: it moves a point to the nearest allowed one.
struct NelderMead {
  /// The largest relative spread of the objective over the simplex at which the search ends.
  var tolerance = 1e-12
  /// The most evaluations.
  var evaluationLimit = 2_000

  /// What a search found.
  struct Minimum {
    let point: [Double]
    let value: Double
    let converged: Bool
  }

  /// Searches from a point.
  ///
  /// - Parameters:
  ///   - start: the first corner of the simplex.
  ///   - steps: how far the other corners lie from it along each axis.
  ///   - objective: what is made small; infinity or NaN where it is not defined.
  /// - Returns: the best point seen, and whether the simplex closed in before the limit.
  func minimise(
    from start: [Double], steps: [Double], objective: (UnsafePointer<Double>) -> Double
  ) -> Minimum {
    // NaN has no place in an order; as the largest value it is left behind like any other bad corner.
    func evaluate(_ point: UnsafePointer<Double>) -> Double {
      let value = objective(point)
      return value.isNaN ? .infinity : value
    }
    let n = start.count
    var corners = [Double](repeating: 0, count: (n + 1) * n)
    var values = [Double](repeating: 0, count: n + 1)
    var trial = [Double](repeating: 0, count: n)
    var other = [Double](repeating: 0, count: n)
    var centroid = [Double](repeating: 0, count: n)
    for corner in 0...n {
      for axis in 0..<n {
        trial[axis] = start[axis] + (axis == corner - 1 ? steps[axis] : 0)
        corners[corner * n + axis] = trial[axis]
      }
      values[corner] = evaluate(trial)
    }
    var evaluations = n + 1
    var converged = false
    while evaluations < evaluationLimit {
      sort(&corners, &values, &trial, n)
      let spread = values[n] - values[0]
      if spread <= tolerance * (values[0].magnitude + tolerance) {
        converged = true
        break
      }
      for axis in 0..<n {
        centroid[axis] = (0..<n).reduce(0) { $0 + corners[$1 * n + axis] } / Double(n)
      }
      func place(_ factor: Double, _ target: inout [Double]) -> Double {
        for axis in 0..<n {
          target[axis] = centroid[axis] + factor * (corners[n * n + axis] - centroid[axis])
        }
        evaluations += 1
        return evaluate(target)
      }
      func replaceWorst(_ point: [Double], _ value: Double) {
        for axis in 0..<n { corners[n * n + axis] = point[axis] }
        values[n] = value
      }
      let reflected = place(-1, &trial)
      if reflected < values[0] {
        let expanded = place(-2, &other)
        expanded < reflected ? replaceWorst(other, expanded) : replaceWorst(trial, reflected)
      } else if reflected < values[n - 1] {
        replaceWorst(trial, reflected)
      } else {
        let outside = reflected < values[n]
        let contracted = place(outside ? -0.5 : 0.5, &other)
        if contracted < min(reflected, values[n]) {
          replaceWorst(other, contracted)
        } else {
          for corner in 1...n {
            for axis in 0..<n {
              corners[corner * n + axis] = (corners[corner * n + axis] + corners[axis]) / 2
              trial[axis] = corners[corner * n + axis]
            }
            values[corner] = evaluate(trial)
          }
          evaluations += n
        }
      }
    }
    sort(&corners, &values, &trial, n)
    return Minimum(point: Array(corners[0..<n]), value: values[0], converged: converged)
  }

  /// Brings the corners into ascending order of their values: insertion, for the simplex is nearly sorted.
  private func sort(_ corners: inout [Double], _ values: inout [Double], _ spare: inout [Double], _ n: Int) {
    for corner in 1...n {
      let value = values[corner]
      var place = corner
      while place > 0, values[place - 1] > value { place -= 1 }
      guard place < corner else { continue }
      for axis in 0..<n { spare[axis] = corners[corner * n + axis] }
      for moved in stride(from: corner, to: place, by: -1) {
        values[moved] = values[moved - 1]
        for axis in 0..<n { corners[moved * n + axis] = corners[(moved - 1) * n + axis] }
      }
      values[place] = value
      for axis in 0..<n { corners[place * n + axis] = spare[axis] }
    }
  }
}

/// The least value of a function of one bounded number: a grid, then Brent's method in its best valleys.
///
/// Brent (1973), Algorithms for Minimization without Derivatives, chapter 5: parabolas through the best three
/// points, golden sections where those do not help. Deterministic; the function is called with a number.
struct BracketedMinimum {
  /// The interval searched.
  let range: ClosedRange<Double>
  /// The number of equal steps of the grid.
  var steps = 24
  /// How many valleys of the grid are followed to their bottom.
  var valleys = 3
  /// The width at which the search of a valley ends, relative to the interval; below 10^-8 lies rounding.
  var tolerance = 1e-9

  /// Searches.
  ///
  /// - Parameter objective: what is made small; finite in the interval.
  /// - Returns: the best point seen and its value; of equal ones the lowest.
  func find(_ objective: (Double) -> Double) -> (point: Double, value: Double) {
    let width = (range.upperBound - range.lowerBound) / Double(steps)
    let grid = (0...steps).map { range.lowerBound + Double($0) * width }
    let values = grid.map(objective)
    var bottoms = values.indices.filter {
      ($0 == 0 || values[$0] < values[$0 - 1]) && ($0 == steps || values[$0] <= values[$0 + 1])
    }
    bottoms.sort { (values[$0], $0) < (values[$1], $1) }
    var best = (point: range.lowerBound, value: values[0])
    for index in bottoms.prefix(valleys) {
      let found = descend(
        from: grid[index], value: values[index], between: grid[max(index - 1, 0)],
        and: grid[min(index + 1, steps)], objective)
      if found.value < best.value { best = found }
    }
    return best
  }

  /// Follows one valley to its bottom.
  private func descend(
    from start: Double, value: Double, between lower: Double, and upper: Double,
    _ objective: (Double) -> Double
  ) -> (point: Double, value: Double) {
    let golden = 0.381_966_011_250_105_1
    let nearest = tolerance * (range.upperBound - range.lowerBound)
    var (a, b) = (lower, upper)
    // Best, second best and third best, as in Brent's x, w and v.
    var (x, fx) = (start, value)
    var (w, fw) = (x, fx)
    var (v, fv) = (x, fx)
    var (step, before) = (0.0, 0.0)
    for _ in 0..<100 {
      let middle = (a + b) / 2
      if (x - middle).magnitude <= 2 * nearest - (b - a) / 2 { break }
      var isParabola = false
      if before.magnitude > nearest {
        let r = (x - w) * (fx - fv)
        let s = (x - v) * (fx - fw)
        let p = (x - v) * s - (x - w) * r
        let q = 2 * (s - r)
        let move = q == 0 ? .infinity : -p / q
        if move.magnitude < (before / 2).magnitude, x + move > a, x + move < b {
          before = step
          step = move
          if x + step - a < 2 * nearest || b - x - step < 2 * nearest {
            step = x < middle ? nearest : -nearest
          }
          isParabola = true
        }
      }
      if !isParabola {
        before = x < middle ? b - x : a - x
        step = golden * before
      }
      let u = x + (step.magnitude >= nearest ? step : (step < 0 ? -nearest : nearest))
      let fu = objective(u)
      if fu <= fx {
        if u < x { b = x } else { a = x }
        (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu)
      } else {
        if u < x { a = u } else { b = u }
        if fu <= fw || w == x {
          (v, fv, w, fw) = (w, fw, u, fu)
        } else if fu <= fv || v == x || v == w {
          (v, fv) = (u, fu)
        }
      }
    }
    return (x, fx)
  }
}

internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Maximum likelihood for complex smoothing; ``ComplexSmoothing`` is its public name.
///
/// The search runs over the admissible part of the square that statsforecast searches, a grid first and a simplex from
/// its deepest valleys; ``ComplexSmoothingProfile`` gives the start. statsforecast also enters weights under which old
/// errors grow. The variance has its divisor, n - 4, since the start is taken from the same values;
/// its intervals disturb the last state once instead of every year.
struct ComplexSmoothingEstimation: Sendable {
  let model: ModelIdentifier

  /// α0, α1, l(0) and c(0).
  static let parameterCount = 4

  /// The grid over the square, finer towards α0 = 1 and α1 = 1.
  ///
  /// At α1 = 1 the level never sees the potential; near it what counts is (1-α0)/(1-α1), so the likelihood has narrow
  /// valleys that meet in (1, 1). α1 = 1 itself is on the grid: there a constant is fitted exactly.
  private static let reals = axis(from: 1, step: 0.05, count: 36, finer: [0.001, 0.003, 0.01, 0.03])
  private static let imaginaries = axis(
    from: 1, step: 0.1, count: 19,
    finer: [0.001, 0.003, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.12, 0.15, 0.25, 0.35])

  /// Whole multiples of a step, and neighbours of 1.
  private static func axis(from first: Int, step: Double, count: Int, finer: [Double]) -> [Double] {
    let even = (first..<(first + count)).map { (step * Double($0) * 1e6).rounded() / 1e6 }
    return (even + finer.map { 1 - $0 } + finer.map { 1 + $0 }).sorted()
  }

  /// Estimates weights and start.
  ///
  /// - Parameters:
  ///   - values: without gaps.
  ///   - firstYear: the year of the first value.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/overflow(model:)`` or ``FitError/didNotConverge(model:)``.
  func fit(_ values: [Double], firstYear: Int) throws(FitError) -> FittedComplexSmoothing {
    // Only the unit is taken off: unlike other smoothing this one falls back towards zero, so a shift matters.
    let unit = values.reduce(0) { max($0, $1.magnitude) }
    let scaled = values.map { unit > 0 ? $0 / unit : 0 }
    guard let solution = solve(scaled) else { throw .didNotConverge(model: model) }
    let fitted = FittedComplexSmoothing(
      model: model, solution: solution, unit: unit, scaled: scaled, firstYear: firstYear)
    guard fitted.variance.isFinite, (solution.start.level * unit).isFinite,
      (solution.start.potential * unit).isFinite
    else { throw .overflow(model: model) }
    return fitted
  }

  /// Searches the weights.
  func solve(_ scaled: [Double]) -> ComplexSmoothingProfile.Solution? {
    scaled.withUnsafeBufferPointer { values in
      let profile = ComplexSmoothingProfile(values: values)
      // Below this share of the total a sum of squares is rounding noise, and its logarithm would lead the search.
      let floor = max(values.reduce(0) { $0 + $1 * $1 } * 1e-26, 1e-300)
      func objective(_ weights: ComplexWeights) -> Double {
        guard weights.isStable, weights.isSearched else { return .infinity }
        return log(max(profile.solve(weights).sumOfSquares, floor))
      }
      return search(objective).map { profile.solve($0) }
    }
  }

  /// The best weights found from the deepest valleys of the grid.
  private func search(_ objective: (ComplexWeights) -> Double) -> ComplexWeights? {
    let (reals, imaginaries) = (Self.reals, Self.imaginaries)
    var grid = [Double](repeating: .infinity, count: reals.count * imaginaries.count)
    for column in reals.indices {
      for row in imaginaries.indices {
        grid[column * imaginaries.count + row] = objective(
          ComplexWeights(real: reals[column], imaginary: imaginaries[row]))
      }
    }
    func value(_ point: UnsafePointer<Double>) -> Double {
      objective(ComplexWeights(real: point[0], imaginary: point[1]).searched)
    }
    var simplex = NelderMead()
    simplex.tolerance = 1e-13
    var best: (point: [Double], value: Double)?
    for valley in valleys(grid).prefix(Self.followed) {
      let (column, row) = (valley / imaginaries.count, valley % imaginaries.count)
      let start = [reals[column], imaginaries[row]]
      if grid[valley] < best?.value ?? .infinity { best = (start, grid[valley]) }
      let steps = [0.5 * Self.spacing(reals, column), 0.5 * Self.spacing(imaginaries, row)]
      let found = simplex.minimise(from: start, steps: steps, objective: value)
      if found.value < best?.value ?? .infinity { best = (found.point, found.value) }
    }
    guard var best else { return nil }
    // More simplices from the end point: one alone may collapse short of the minimum. They start inside: from beyond
    // an edge every step leads to the same point of it.
    for size in [0.05, -0.01, 0.001] {
      let inside = ComplexWeights(real: best.point[0], imaginary: best.point[1]).searched
      let start = [inside.real, inside.imaginary]
      let found = simplex.minimise(from: start, steps: [size, size], objective: value)
      if found.value < best.value { best = (found.point, found.value) }
    }
    return ComplexWeights(real: best.point[0], imaginary: best.point[1]).searched
  }

  /// How many valleys of the grid are followed.
  private static let followed = 6

  /// The distance of a point of an axis to the next one.
  private static func spacing(_ axis: [Double], _ index: Int) -> Double {
    index + 1 < axis.count ? axis[index + 1] - axis[index] : axis[index] - axis[index - 1]
  }

  /// The points of the grid with no lower neighbour, the lowest first.
  private func valleys(_ grid: [Double]) -> [Int] {
    let (columns, rows) = (Self.reals.count, Self.imaginaries.count)
    return grid.indices.filter { index in
      guard grid[index].isFinite else { return false }
      let (column, row) = (index / rows, index % rows)
      for c in max(column - 1, 0)...min(column + 1, columns - 1) {
        for r in max(row - 1, 0)...min(row + 1, rows - 1) where grid[c * rows + r] < grid[index] {
          return false
        }
      }
      return true
    }
    .sorted { (grid[$0], $0) < (grid[$1], $1) }
  }
}

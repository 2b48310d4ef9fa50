internal import Probability

/// How much each group of assumptions moves the median of a projection.
///
/// v(S) is the median with the drivers of S on and the others neutral. A driver's contribution is its Shapley value, the
/// mean over all orders in which the drivers can be switched on of what its own switch adds:
/// φ(i) = Σ over S without i of |S|! (n-|S|-1)! / n! · (v(S ∪ i) - v(S)).
/// Contributions add up to the difference between the projection and its neutral form. All 2ⁿ variants use the same
/// random numbers, so that a driver without effect contributes exactly nothing.
///
/// Source: Shapley (1953), "A value for n-person games", Contributions to the Theory of Games II, 307-317.
struct Contributions {
  /// How many draws each variant has: the medians' differences are steadier than the medians.
  static let draws = 8_192

  /// The Shapley value of each driver for each column.
  ///
  /// - Parameters:
  ///   - drivers: those that are on, at most nine: 512 variants.
  ///   - columns: which columns of a row.
  ///   - generator: seed and stream.
  ///   - workers: who does it.
  ///   - kernel: the model with a set of drivers switched off.
  /// - Returns: for each column the neutral median, and the contributions in the order of the drivers.
  static func medians<Kernel: FutureKernel>(
    _ drivers: [ProjectionDriver], columns: [Int], generator: CounterGenerator, workers: some Workers,
    _ kernel: @escaping @Sendable (Set<ProjectionDriver>) -> Kernel
  ) -> [(neutral: Double, contributions: [Double])] {
    let count = drivers.count
    let medians = workers.map(1 << count) { mask in
      let off = Set(drivers.indices.filter { mask >> $0 & 1 == 0 }.map { drivers[$0] })
      let simulation = Simulation(kernel(off), draws: draws, generator: generator, workers: SingleWorker())
      return columns.map { simulation.quantiles([0.5], $0)[0] }
    }
    var weights = [Double](repeating: 0, count: max(count, 1))
    var factorials = [1.0]
    for factor in 1...max(count, 1) { factorials.append(factorials[factor - 1] * Double(factor)) }
    for size in 0..<count {
      weights[size] = factorials[size] * factorials[count - size - 1] / factorials[count]
    }
    return columns.indices.map { column in
      let values = drivers.indices.map { driver in
        var value = 0.0
        for mask in 0..<(1 << count) where mask >> driver & 1 == 0 {
          let gain = medians[mask | 1 << driver][column] - medians[mask][column]
          value += weights[mask.nonzeroBitCount] * gain
        }
        return value
      }
      return (medians[0][column], values)
    }
  }
}

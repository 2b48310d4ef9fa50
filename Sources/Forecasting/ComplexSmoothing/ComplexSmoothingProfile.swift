/// The squared one-step errors of complex smoothing as a function of its two weights alone.
///
/// Given the weights the start is found by backcasting: the recursion runs forward, backward over the same values, and
/// forward again, one year past the end at each turn. A start that is free to fit the first years as well is always
/// the more likely, but where the potential is seldom seen it does so by swings that the forecast then magnifies.
struct ComplexSmoothingProfile {
  let values: UnsafeBufferPointer<Double>

  /// The sum of squares at some weights, and the start that it is reached from.
  struct Solution: Sendable, Equatable {
    var weights: ComplexWeights
    var start: ComplexWeights.State
    var sumOfSquares: Double
  }

  /// Finds the start and sums the squared errors from it.
  ///
  /// The first pass starts from the mean of the first ten values, and that mean over 1.1 as potential.
  ///
  /// - Parameter weights: α0 and α1, such that old errors fade.
  /// - Returns: the start with its sum of squares.
  func solve(_ weights: ComplexWeights) -> Solution {
    let first = min(Self.opening, values.count)
    var total = 0.0
    for i in 0..<first { total += values[i] }
    let mean = total / Double(first)
    var state = ComplexWeights.State(level: mean, potential: mean / 1.1)
    for i in 0..<values.count { state = weights.advance(state, error: values[i] - state.level) }
    state = weights.advance(state, error: 0)
    for i in stride(from: values.count - 1, through: 0, by: -1) {
      state = weights.advance(state, error: values[i] - state.level)
    }
    state = weights.advance(state, error: 0)
    let start = state
    var squares = 0.0
    for i in 0..<values.count {
      let error = values[i] - state.level
      squares += error * error
      state = weights.advance(state, error: error)
    }
    return Solution(weights: weights, start: start, sumOfSquares: squares)
  }

  /// How many values the first pass starts from.
  private static let opening = 10
}

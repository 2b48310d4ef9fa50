/// The squared one-step errors of complex smoothing as a function of its two weights alone.
///
/// Given the weights the errors are linear in l(0) and c(0); both are solved for exactly, by ``TwoColumns``.
struct ComplexSmoothingProfile {
  let values: UnsafeBufferPointer<Double>
  /// Working storage, three numbers for each value.
  let columns: UnsafeMutableBufferPointer<Double>

  /// The least sum of squares, and the start where it is reached.
  struct Solution: Sendable, Equatable {
    var weights: ComplexWeights
    var start: ComplexWeights.State
    var sumOfSquares: Double
  }

  /// Solves for the start.
  ///
  /// Edge Cases: at α1 = 1 the level never sees the potential; c(0) is then zero.
  ///
  /// - Parameter weights: α0 and α1.
  /// - Returns: the best start with its sum of squares.
  func solve(_ weights: ComplexWeights) -> Solution {
    let count = values.count
    // The response to the values alone, to l(0) = 1 alone and to c(0) = 1 alone.
    var plain = ComplexWeights.State(level: 0, potential: 0)
    var first = ComplexWeights.State(level: 1, potential: 0)
    var second = ComplexWeights.State(level: 0, potential: 1)
    var rows = TwoColumns(columns, count: count)
    for i in 0..<count {
      let error = values[i] - plain.level
      rows.set(i, first.level, second.level, error)
      plain = weights.advance(plain, error: error)
      first = weights.advance(first, error: -first.level)
      second = weights.advance(second, error: -second.level)
    }
    let secondShare = rows.firstSecond / rows.firstFirst
    let errorShare = rows.firstError / rows.firstFirst
    let (free, product) = rows.reduce(secondShare: secondShare, errorShare: errorShare)
    // Below that the column of c(0) is rounding noise of the other.
    let potential = free > 1e-18 * rows.firstFirst ? product / free : 0
    let squares = rows.squares(second: potential)
    return Solution(
      weights: weights, start: .init(level: errorShare - potential * secondShare, potential: potential),
      sumOfSquares: squares)
  }
}

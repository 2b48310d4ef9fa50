extension Double {
  /// The nearest number on a grid of 2^-bits of a size, so that what differs far below it becomes the same.
  ///
  /// BLAS sums in another order on another processor, and its results differ in their last bits. Where such a result only
  /// steers what is computed next (the proposal of an importance sample, the step of a search), it is put on a grid first:
  /// differences of 1e-13 vanish on a grid of 1e-6 but for one number in ten million, and all that follows is the same on
  /// every processor.
  ///
  /// Edge Cases: the number itself where the grid would be finer than doubles are, or the size is zero or not finite.
  ///
  /// - Parameters:
  ///   - bits: how many bits of the size are kept, 1 to 52.
  ///   - size: what the number is large or small against; its sign does not matter.
  /// - Returns: a multiple of 2^-bits of the power of two at or below the size.
  public func steadied(bits: Int, relativeTo size: Double) -> Double {
    let binade = size.magnitude.binade
    guard binade.isNormal else { return self }
    let step = Double(sign: .plus, exponent: -bits, significand: binade)
    guard step.isNormal, (magnitude / step) < 0x1p52 else { return self }
    return (self / step).rounded(.toNearestOrEven) * step
  }
}

extension CholeskyFactorization {
  /// The elements of L by columns, each on a grid of 2^-bits of its row's length, the diagonal of itself.
  ///
  /// The row's length is the root of the diagonal element of A: the scale of one coordinate, which other coordinates' units
  /// do not touch. A diagonal element may be far smaller, and must not become zero.
  ///
  /// - Parameter bits: how many bits are kept; see `Double.steadied(bits:relativeTo:)`.
  /// - Returns: as many elements as the matrix has.
  public func steadiedLower(bits: Int) -> [Double] {
    let size = lower.shape.rows
    var elements = lower.elements
    for row in 0..<size {
      let squares = (0...row).reduce(0.0) {
        $0 + lower.elements[$1 * size + row] * lower.elements[$1 * size + row]
      }
      // The length decides the grid, so it must not lie near a power of two on one side or the other by chance of rounding.
      let length = squares.squareRoot().steadied(bits: 20, relativeTo: squares.squareRoot())
      for column in 0..<row {
        elements[column * size + row] = elements[column * size + row].steadied(bits: bits, relativeTo: length)
      }
      let diagonal = elements[row * size + row]
      elements[row * size + row] = diagonal.steadied(bits: bits, relativeTo: diagonal)
    }
    return elements
  }
}

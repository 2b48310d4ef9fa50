extension [Double] {
  /// The vector itself as an argument: of this length and finite.
  func checked(length: Int) throws(LinearAlgebraError) -> [Double] {
    guard count == length else { throw .wrongLength(expected: length, actual: count) }
    if let index = firstIndex(where: { !$0.isFinite }) { throw .nonFinite(row: index, column: 0) }
    return self
  }

  /// The vector itself as a result, unless the arithmetic overflowed.
  func finite(resultOf operation: String) throws(LinearAlgebraError) -> [Double] {
    guard allSatisfy(\.isFinite) else { throw .overflow(operation: operation) }
    return self
  }
}

extension Double {
  /// The number itself as a result, unless the arithmetic overflowed.
  func finite(resultOf operation: String) throws(LinearAlgebraError) -> Double {
    guard isFinite else { throw .overflow(operation: operation) }
    return self
  }
}

extension Matrix {
  /// The matrix with both triangles averaged, provided that they differ by rounding only.
  ///
  /// A difference counts as rounding up to `size * epsilon * max |a|`, the error bound of a product of that size.
  func checkedSymmetric() throws(LinearAlgebraError) -> Matrix {
    guard shape.rows == shape.columns else { throw .notSquare(shape) }
    let size = shape.rows
    let largest = elements.reduce(0) { max($0, $1.magnitude) }
    let tolerance = Double(size) * .ulpOfOne * largest
    for column in 0..<size {
      for row in (column + 1)..<size
      where (elements[column * size + row] - elements[row * size + column]).magnitude > tolerance {
        throw .notSymmetric(row: row, column: column)
      }
    }
    return Matrix(shape) { row, column in
      let (element, mirrored) = (elements[column * size + row], elements[row * size + column])
      // Halves do not overflow where a sum would; equal elements stay as they are, for half of the smallest is zero.
      return element == mirrored ? element : element / 2 + mirrored / 2
    }
  }
}

/// Errors that are linear in two numbers, as three columns: the response to the first, to the second, and the errors
/// without either.
///
/// The columns are orthogonalised by modified Gram-Schmidt, which for least squares is as stable as Householder's method
/// (Björck 1967); plain Swift and no BLAS, for a column is a few dozen numbers and a call costs more than that.
struct TwoColumns {
  /// Storage of three columns, one after another.
  let storage: UnsafeMutableBufferPointer<Double>
  /// The length of a column.
  let count: Int
  /// Products of the columns with the first one, and of the second with itself, before anything is taken off.
  private(set) var (firstFirst, firstSecond, firstError, secondSecond) = (0.0, 0.0, 0.0, 0.0)

  /// Columns that are filled from the top.
  ///
  /// - Parameters:
  ///   - storage: three numbers for each error.
  ///   - count: the number of errors.
  init(_ storage: UnsafeMutableBufferPointer<Double>, count: Int) {
    self.storage = storage
    self.count = count
  }

  /// Fills a row.
  @inline(__always)
  mutating func set(_ row: Int, _ first: Double, _ second: Double, _ error: Double) {
    storage[row] = first
    storage[count + row] = second
    storage[2 * count + row] = error
    firstFirst += first * first
    firstSecond += first * second
    firstError += first * error
    secondSecond += second * second
  }

  /// Takes shares of the first column off the others.
  ///
  /// - Parameters:
  ///   - secondShare: what is taken off the second column.
  ///   - errorShare: what is taken off the errors.
  /// - Returns: the sum of squares of what is left of the second, and its product with what is left of the errors.
  @inline(__always)
  func reduce(secondShare: Double, errorShare: Double) -> (free: Double, product: Double) {
    var (free, product) = (0.0, 0.0)
    for row in 0..<count {
      let second = storage[count + row] - secondShare * storage[row]
      let error = storage[2 * count + row] - errorShare * storage[row]
      storage[count + row] = second
      storage[2 * count + row] = error
      free += second * second
      product += second * error
    }
    return (free, product)
  }

  /// The sum of squared errors at a second number, after ``reduce(secondShare:errorShare:)``.
  @inline(__always)
  func squares(second coefficient: Double) -> Double {
    var squares = 0.0
    for row in 0..<count {
      let error = storage[2 * count + row] - coefficient * storage[count + row]
      squares += error * error
    }
    return squares
  }
}

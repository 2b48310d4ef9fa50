/// A sum of products as if accumulated with twice the digits of a `Double`.
///
/// Each product and each addition leaves its rounding error, which is itself summed and added at the end:
/// Ogita, Rump and Oishi (2005), Accurate sum and dot product, SIAM Journal on Scientific Computing 26(6),
/// algorithm 5.3 with a fused multiply-add. BLAS has nothing of the kind: `ddot` loses what this keeps.
struct CompensatedSum {
  private var sum: Double
  private var error = 0.0

  /// Starts from a number.
  init(_ start: Double = 0) { sum = start }

  /// Adds a number.
  mutating func add(_ number: Double) {
    let total = sum + number
    let virtual = total - sum
    error += (sum - (total - virtual)) + (number - virtual)
    sum = total
  }

  /// Adds the product of two numbers.
  mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    error += (-product).addingProduct(left, right)
    add(product)
  }

  /// The sum rounded to a `Double`.
  var rounded: Double { sum + error }
}

/// The inner product of two vectors of one length, accumulated with twice the digits.
func compensatedDot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = CompensatedSum()
  for (a, b) in zip(left, right) { sum.add(a, times: b) }
  return sum.rounded
}

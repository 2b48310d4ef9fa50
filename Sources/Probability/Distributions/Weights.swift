/// Weights divided by their sum.
///
/// - Parameters:
///   - weights: not negative, not all zero.
///   - count: how many there have to be.
/// - Returns: as many numbers that add up to one.
/// - Throws: `lengthMismatch`, `notFinite`, `negative`, `weightless`, or `notFinite` when the sum overflows.
func normalizedWeights(_ weights: [Double], count: Int) throws(ProbabilityError) -> [Double] {
  try ProbabilityError.requireSameCount(weights, .weights, as: count)
  var total = 0.0
  for (index, weight) in weights.enumerated() {
    try ProbabilityError.requireNonnegative(weight, .weights, at: index)
    total += weight
  }
  guard total > 0 else { throw .weightless(.weights) }
  try ProbabilityError.requireFinite(total, .weights)
  return weights.map { $0 / total }
}

/// The relative difference of two numbers, `|a - b| / max(|b|, floor)`.
///
/// - Parameters:
///   - actual: what we computed.
///   - expected: the reference.
///   - floor: the smallest magnitude by which to divide, so that a reference of zero is judged absolutely.
/// - Returns: infinity when either is NaN, zero when both are equal.
public func relativeDifference(_ actual: Double, _ expected: Double, floor: Double = 1e-300) -> Double {
  if actual == expected { return 0 }
  let difference = (actual - expected).magnitude / max(expected.magnitude, floor)
  return difference.isNaN ? .infinity : difference
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `log(1 + x) - x` without the cancellation near zero.
///
/// With r = x/(2 + x), log(1 + x) = 2 (r + r³/3 + r⁵/5 + …) and 2r - x = -x r, so the remainder is
/// r (2 r² (1/3 + r²/5 + …) - x): two terms of like size only when x is large, where the plain difference serves.
func logarithmRemainder(_ x: Double) -> Double {
  guard x > -0.4, x < 0.6 else { return log1p(x) - x }
  let r = x / (2 + x)
  return r * (2 * r * r * inverseHyperbolicTangentTail(r * r) - x)
}

/// Σ yᵏ/(2k + 3), k = 0, 1, …, for y ≤ 1/16, where 14 terms leave less than half a unit in the last place.
private func inverseHyperbolicTangentTail(_ y: Double) -> Double {
  var sum = 1.0 / 29
  var denominator = 27.0
  while denominator >= 3 {
    sum = sum * y + 1 / denominator
    denominator -= 2
  }
  return sum
}

/// `log(value/center) - (value - center)/center`, from the difference that the caller knows best.
///
/// - Parameters:
///   - ratio: value/center, used where the two differ by more than a half.
///   - difference: (value - center)/center, used where they are close.
/// - Returns: a number that is never positive; the deviance of `value` from `center`, divided by -center.
func logarithmRemainder(ratio: Double, difference: Double) -> Double {
  difference.magnitude < 0.5 ? logarithmRemainder(difference) : log(ratio) - difference
}

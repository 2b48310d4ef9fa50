#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What Stirling's formula leaves of the logarithm of the gamma function,
/// δ(a) = log Γ(a) - (a - ½) log a + a - ½ log 2π, for a > 0.
///
/// δ stays small where log Γ grows to millions, so densities that are assembled from it keep all their digits
/// (Loader 2000, "Fast and accurate computation of binomial probabilities").
///
/// Edge Cases:
///
/// - a ≥ 10: asymptotic series (Abramowitz & Stegun 6.1.41), truncation error under 1e-17.
/// - a < 10: from Γ(1 + a) itself, which cannot overflow there.
func stirlingRemainder(_ a: Double) -> Double {
  guard a >= 10 else {
    return log(tgamma(1 + a) * exp(a) * pow(a, -0.5 - a) / (2 * Double.pi).squareRoot())
  }
  let y = 1 / (a * a)
  var sum = -3617.0 / 122400
  sum = sum * y + 1.0 / 156
  sum = sum * y - 691.0 / 360360
  sum = sum * y + 1.0 / 1188
  sum = sum * y - 1.0 / 1680
  sum = sum * y + 1.0 / 1260
  sum = sum * y - 1.0 / 360
  sum = sum * y + 1.0 / 12
  return sum / a
}

/// Γ(a + ½)/Γ(a) for a > 0, without the overflow of either.
///
/// The logarithm of the ratio is ½ log a + a (log(1 + 1/2a) - 1/2a) + δ(a + ½) - δ(a).
func gammaHalfStepRatio(_ a: Double) -> Double {
  guard a >= 10 else { return a * tgamma(a + 0.5) / tgamma(a + 1) }
  let exponent =
    a * logarithmRemainder(0.5 / a) + stirlingRemainder(a + 0.5) - stirlingRemainder(a)
  return a.squareRoot() * exp(exponent)
}

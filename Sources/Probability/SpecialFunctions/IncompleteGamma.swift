#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x) of one shape a.
///
/// Both are multiples of the kernel x^a e^-x / Γ(a), which is written with the deviance of x from a, so that a
/// shape of a million costs no digits. Three ways lead to the multiple:
///
/// - the power series of P for x < a + 1,
/// - the continued fraction of Q (Abramowitz & Stegun 6.5.31) for x ≥ a + 1,
/// - Temme's uniform expansion (Temme 1987, "On the computation of the incomplete gamma functions for large values
///   of the parameters") for a ≥ 16 around x = a, where the other two need many terms.
struct IncompleteGamma: Hashable, Sendable {
  /// What is known at one point.
  struct Tails {
    /// P(a, x).
    var lower: Double
    /// Q(a, x).
    var upper: Double
    /// x^a e^-x / Γ(a), the density of log X.
    var kernel: Double
  }

  let shape: Double
  /// log (a^a e^-a / Γ(a)), the logarithm of the kernel at x = a.
  private let logPeak: Double
  private let stirling: Double

  /// The shape is positive: the distributions that own one have checked it.
  init(shape: Double) {
    self.shape = shape
    stirling = stirlingRemainder(shape)
    logPeak = 0.5 * log(shape / (2 * .pi)) - stirling
  }

  /// log (x^a e^-x / Γ(a)) for x > 0.
  func logKernel(at x: Double) -> Double {
    logPeak + shape * deviance(at: x)
  }

  /// Both functions at a finite x > 0.
  func tails(at x: Double) -> Tails {
    let deviance = deviance(at: x)
    let kernel = exp(logPeak + shape * deviance)
    if shape >= 16, deviance > -0.5 {
      return temmeTails(above: x > shape, deviance: deviance, kernel: kernel)
    }
    if x < shape + 1 {
      let lower = kernel * lowerSeries(at: x)
      return Tails(lower: lower, upper: 1 - lower, kernel: kernel)
    }
    let upper = kernel * upperFraction(at: x)
    return Tails(lower: 1 - upper, upper: upper, kernel: kernel)
  }

  /// log(x/a) - (x/a - 1).
  private func deviance(at x: Double) -> Double {
    logarithmRemainder(ratio: x / shape, difference: (x - shape) / shape)
  }

  /// P divided by the kernel: Σ xⁿ / (a (a + 1) … (a + n)).
  private func lowerSeries(at x: Double) -> Double {
    var denominator = shape
    var term = 1 / shape
    var sum = term
    while term > sum * 1e-17 {
      denominator += 1
      term *= x / denominator
      sum += term
    }
    return sum
  }

  /// Q divided by the kernel, by the modified Lentz method.
  private func upperFraction(at x: Double) -> Double {
    var b = x + 1 - shape
    var c = Double.infinity
    var d = 1 / b
    var value = d
    for step in 1...10_000 {
      let n = Double(step)
      let a = n * (shape - n)
      b += 2
      d = 1 / (a * d + b)
      c = b + a / c
      let factor = c * d
      value *= factor
      // Turned round, so that NaN ends the loop too.
      guard (factor - 1).magnitude >= 1e-16 else { break }
    }
    return value
  }

  /// Q = ½ erfc(η √(a/2)) + kernel/a · S(η), where -η²/2 is the deviance and η has the sign of x - a.
  ///
  /// Putting S = e^-δ(a) Σ βₘ ηᵐ and η/(x/a - 1) = Σ fₘ ηᵐ into the differential equation of Q gives
  /// βₘ₋₁ = fₘ + (m + 1) βₘ₊₁ / a, which is run downwards together with Horner's rule.
  private func temmeTails(above: Bool, deviance: Double, kernel: Double) -> Tails {
    let magnitude = (-2 * deviance).squareRoot()
    let eta = above ? magnitude : -magnitude
    var sum = 0.0
    var betas = (next: 0.0, afterNext: 0.0)
    var m = temmeCoefficients.count - 1
    while m >= 1 {
      let beta = temmeCoefficients[m] + Double(m + 1) * betas.afterNext / shape
      sum = sum * eta + beta
      betas = (next: beta, afterNext: betas.next)
      m -= 1
    }
    // kernel/a is e^(-aη²/2) / (√(2πa) e^δ): the factor in front of Σ βₘ ηᵐ.
    let correction = kernel / shape * sum
    let half = 0.5 * erfc(magnitude * (0.5 * shape).squareRoot())
    let smaller = above ? half + correction : half - correction
    return above
      ? Tails(lower: 1 - smaller, upper: smaller, kernel: kernel)
      : Tails(lower: smaller, upper: 1 - smaller, kernel: kernel)
  }
}

/// The Taylor coefficients of η/μ in η, where η²/2 = μ - log(1 + μ); the script distributions.py derives them.
///
/// |η| ≤ 1 where they are used, so that the first one left out is below 3e-18.
let temmeCoefficients: [Double] = [
  1.0,
  -0.33333333333333333333,
  0.083333333333333333333,
  -0.014814814814814814815,
  0.0011574074074074074074,
  0.00035273368606701940035,
  -0.0001787551440329218107,
  0.000039192631785224377817,
  -2.1854485106799921615e-6,
  -1.8540622107151599607e-6,
  8.296711340953086005e-7,
  -1.7665952736826079304e-7,
  6.7078535434014985804e-9,
  1.0261809784240308043e-8,
  -4.3820360184533531866e-9,
  9.1476995822367902342e-10,
  -2.5514193994946249767e-11,
  -5.8307721325504250675e-11,
  2.4361948020667416244e-11,
  -5.0276692801141755891e-12,
  1.1004392031956134771e-13,
  3.3717632624009853788e-13,
  -1.3923887224181620659e-13,
  2.8534893807047443204e-14,
  -5.139111834242572619e-16,
  -1.9752288294349442835e-15,
  8.0995211567045613341e-16,
  -1.6522531216398161819e-16,
]

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The regularised incomplete beta function I_x(a, b) and its complement I_y(b, a), y = 1 - x, of one pair (a, b).
///
/// Both are multiples of the kernel x^a y^b / B(a, b), which is written with the deviances of x and y from the mean,
/// so that parameters of a million cost no digits. The multiple is the continued fraction of
/// DiDonato & Morris (1992, "Algorithm 708", ACM TOMS 18, 360-373, equation 9), taken on the side of the mean
/// on which it converges.
struct IncompleteBeta: Hashable, Sendable {
  /// What is known at one point.
  struct Tails {
    /// I_x(a, b).
    var lower: Double
    /// 1 - I_x(a, b).
    var upper: Double
    /// x^a y^b / B(a, b), the density of the logarithm of the odds x/y.
    var kernel: Double
  }

  let first: Double
  let second: Double
  /// The logarithm of the kernel at the mean x = a/(a + b).
  private let logPeak: Double

  /// Both parameters are positive: the distributions that own one have checked it.
  init(_ first: Double, _ second: Double) {
    self.first = first
    self.second = second
    let total = first + second
    logPeak =
      0.5 * log(first / total * second / (2 * .pi))
      - (stirlingRemainder(first) + stirlingRemainder(second) - stirlingRemainder(total))
  }

  private init(first: Double, second: Double, logPeak: Double) {
    self.first = first
    self.second = second
    self.logPeak = logPeak
  }

  /// The function of (b, a).
  var swapped: IncompleteBeta {
    IncompleteBeta(first: second, second: first, logPeak: logPeak)
  }

  /// log(x^a y^b / B(a, b)) where x + y = 1; both are asked for, so that neither has to be a difference.
  func logKernel(x: Double, y: Double) -> Double {
    let difference = first * y - second * x
    let below = -difference / first
    let above = difference / second
    if below.magnitude < 0.5, above.magnitude < 0.5 {
      // a·below + b·above = 0, so the remainders add up to the deviance.
      return logPeak + first * logarithmRemainder(below) + second * logarithmRemainder(above)
    }
    let total = first + second
    return logPeak + first * logarithm(of: x * (total / first), minusOne: below)
      + second * logarithm(of: y * (total / second), minusOne: above)
  }

  /// Both functions at 0 < x < 1 with y = 1 - x.
  func tails(x: Double, y: Double) -> Tails {
    let kernel = exp(logKernel(x: x, y: y))
    let difference = first * y - second * x
    if difference >= 0 {
      let lower = kernel * Self.fraction(first, second, x: x, y: y, difference: difference)
      return Tails(lower: lower, upper: 1 - lower, kernel: kernel)
    }
    let upper = kernel * Self.fraction(second, first, x: y, y: x, difference: -difference)
    return Tails(lower: 1 - upper, upper: upper, kernel: kernel)
  }

  private func logarithm(of ratio: Double, minusOne: Double) -> Double {
    minusOne.magnitude < 0.5 ? log1p(minusOne) : log(ratio)
  }

  /// I_x(a, b) divided by the kernel, by the modified Lentz method; `difference` is a y - b x ≥ 0.
  private static func fraction(
    _ a: Double, _ b: Double, x: Double, y: Double, difference: Double
  ) -> Double {
    var c = Double.infinity
    var d = (a + 1) / (a * (difference + 1))
    var value = d
    for step in 1...100_000 {
      let n = Double(step)
      let even = a + 2 * n - 1
      let weight = n * (b - n) * x / even
      let numerator = (a + n - 1) / even * (a + b + n - 1) * x * weight
      let denominator = n + weight + (a + n) / (even + 2) * (difference + 1 + n * (1 + y))
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      let factor = c * d
      value *= factor
      // Turned round, so that NaN ends the loop too.
      guard (factor - 1).magnitude >= 1e-16 else { break }
    }
    return value
  }
}

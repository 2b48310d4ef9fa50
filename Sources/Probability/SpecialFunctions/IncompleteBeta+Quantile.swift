#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension IncompleteBeta {
  /// The odds r = x/(1 - x) with I_x(a, b) = p, for 0 < p ≤ ½.
  ///
  /// Odds keep their digits at both ends; an upper tail is the lower tail of `swapped` in 1/r.
  ///
  /// - Parameters:
  ///   - p: the probability of the lower tail.
  ///   - start: a first guess, where the caller knows a better one than the general one.
  /// - Returns: zero where the odds underflow, infinity where they overflow.
  func lowerOdds(_ p: Double, from start: Double? = nil) -> Double {
    let leading = leadingOdds(p)
    // The next term of the series is smaller by (a + b) r.
    if leading * (first + second + 1) < 1e-17 { return leading }
    return logTailRoot(of: p, from: max(start ?? self.start(p), leading)) { r in
      let x = r / (1 + r)
      let y = 1 / (1 + r)
      let tails = tails(x: x, y: y)
      return LogTailPoint(
        tail: tails.lower, derivative: tails.kernel, curvature: first * y - second * x)
    }
  }

  /// r with r^a / (a B(a, b)) = p, which is never above the solution.
  private func leadingOdds(_ p: Double) -> Double {
    let total = first + second
    let logPeak = logKernel(x: first / total, y: second / total)
    // log(a/(a + b)) and log(b/(a + b)), neither of which may lose the smaller parameter.
    let shares = (first: -log1p(second / first), second: -log1p(first / second))
    return exp((log(p * first) - logPeak) / first + shares.first + second / first * shares.second)
  }

  private func start(_ p: Double) -> Double {
    guard first >= 1 else { return 0 }
    guard second >= 1 else {
      // 1 - x is nearly a gamma variable of shape b, divided by a.
      return (first + 0.5 * (second - 1)) / IncompleteGamma(shape: second).upperStart(p)
    }
    // Fisher's z is nearly normal (Carter 1947; Abramowitz & Stegun 26.5.22).
    let z = -standardNormalQuantile(p)
    let lambda = (z * z - 3) / 6
    let inverses = (first: 1 / (2 * first - 1), second: 1 / (2 * second - 1))
    let harmonic = 2 / (inverses.first + inverses.second)
    let width =
      z * max(harmonic + lambda, 0).squareRoot() / harmonic
      - (inverses.second - inverses.first) * (lambda + 5.0 / 6 - 2 / (3 * harmonic))
    return first / second * exp(-2 * width)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A tail probability seen as a function of u = log x.
struct LogTailPoint {
  /// The tail probability T.
  var tail: Double
  /// dT/du, negative for an upper tail.
  var derivative: Double
  /// d log |dT/du| / du.
  var curvature: Double
}

/// Where on the positive axis a tail reaches a probability.
///
/// The densities of log X for gamma and beta-prime variables are log-concave, hence so are both tails: Newton's
/// iteration on log T(u) - log target converges from anywhere, on one side after its first step. Halley's
/// correction, held between half and twice, makes it cubic. Steps multiply x, so no digit is lost in exp(log x).
///
/// - Parameters:
///   - target: the probability of the tail, above 0.
///   - start: a first guess, above 0.
///   - evaluate: the tail at x.
/// - Returns: x with T(x) = target, to rounding.
func logTailRoot(of target: Double, from start: Double, _ evaluate: (Double) -> LogTailPoint) -> Double {
  var x = max(start, .leastNormalMagnitude)
  // Three to five steps are usual; the bound only ends a walk out of a region where the tail underflows.
  for _ in 0..<1_000 {
    let point = evaluate(x)
    guard point.tail > 0, point.derivative != 0 else {
      // The tail has underflown: walk towards the body.
      x *= point.derivative.sign == .minus ? 0.6 : 1.6
      continue
    }
    let slope = point.derivative / point.tail
    let newton = -log(point.tail / target) / slope
    let correction = 1 + 0.5 * newton * (point.curvature - slope)
    // A step of 30 spans thirteen powers of ten; a longer one is an overshoot.
    let step = min(max(newton / min(max(correction, 0.5), 2), -30), 30)
    x *= exp(step)
    // A cubic step leaves about step (step · slope)²/12: below rounding here.
    if step.magnitude < 4e-6, (step * slope).magnitude < 1e-5 { break }
    if x == 0 || x == .infinity { break }
  }
  return x
}

internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A normal distribution cut at two bounds.
///
/// With α and β the standardised bounds: F(x) = (Φ(z) - Φ(α)) / (Φ(β) - Φ(α)), mean μ + σ (φ(α) - φ(β)) / (Φ(β) - Φ(α)).
/// A cut above the mean is mirrored, so that upper tails keep their digits. With σ = 0 everything lies at the mean.
///
/// Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, section 13.10.1.
struct NormalCut: Sendable {
  private let mean: Double
  private let standardDeviation: Double
  private let bounds: ClosedRange<Double>
  private let isMirrored: Bool

  /// The bounds are in order and the deviation is not negative: who makes one has checked it.
  init(mean: Double, standardDeviation: Double, lower: Double, upper: Double) {
    isMirrored = lower > mean
    self.mean = isMirrored ? -mean : mean
    self.standardDeviation = standardDeviation
    bounds = isMirrored ? -upper...(-lower) : lower...upper
  }

  private var standardized: (lower: Double, upper: Double) {
    ((bounds.lowerBound - mean) / standardDeviation, (bounds.upperBound - mean) / standardDeviation)
  }

  /// The probability that the cut leaves.
  var mass: Double {
    guard standardDeviation > 0 else { return bounds.contains(mean) ? 1 : 0 }
    let (lower, upper) = standardized
    return Normal.standard.cumulative(at: upper) - Normal.standard.cumulative(at: lower)
  }

  var expectedValue: Double {
    guard standardDeviation > 0 else { return isMirrored ? -mean : mean }
    let (lower, upper) = standardized
    let slope = (Normal.standard.density(at: lower) - Normal.standard.density(at: upper)) / mass
    let value = mean + standardDeviation * slope
    return isMirrored ? -value : value
  }

  /// The quantile; the probability lies strictly between 0 and 1.
  func quantile(_ probability: Double) -> Double {
    guard standardDeviation > 0 else { return isMirrored ? -mean : mean }
    let below = Normal.standard.cumulative(at: standardized.lower)
    let share = below + (isMirrored ? 1 - probability : probability) * mass
    let z = (try? Normal.standard.quantile(share)) ?? standardized.lower
    let value = min(max(mean + standardDeviation * z, bounds.lowerBound), bounds.upperBound)
    return isMirrored ? -value : value
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Level and slope, or level and growth factor, after a year.
struct SmoothingState: Sendable, Equatable {
  var level: Double
  var slope: Double

  /// Takes in one year of a form with additive trend or none.
  ///
  /// - Returns: what was expected of it.
  @inline(__always)
  mutating func advanceLinear(_ value: Double, _ weights: SmoothingWeights) -> Double {
    let expected = level + weights.phi * slope
    let error = value - expected
    level = expected + weights.alpha * error
    slope = weights.phi * slope + weights.beta * error
    return expected
  }

  /// Takes in one year of a form with a multiplicative trend.
  ///
  /// - Returns: what was expected of it.
  @inline(__always)
  mutating func advanceGrowth(_ value: Double, _ weights: SmoothingWeights) -> Double {
    let factor = weights.phi == 1 ? slope : pow(slope, weights.phi)
    let expected = level * factor
    let error = value - expected
    slope = factor + weights.beta * error / level
    level = expected + weights.alpha * error
    return expected
  }

  /// Takes in one year of any form.
  ///
  /// - Returns: what was expected of it.
  mutating func advance(_ value: Double, _ weights: SmoothingWeights, isGrowth: Bool) -> Double {
    isGrowth ? advanceGrowth(value, weights) : advanceLinear(value, weights)
  }
}

import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The absolute value of a standard normal variable.
enum HalfNormal {
  /// z with P(Z > z) = p for 0 <= p <= 1/2; 39, beyond which no normal number lies, for p = 0.
  ///
  /// - Parameter p: half the probability that |Z| exceeds z.
  /// - Returns: from 0 to 39.
  static func magnitude(upperTail p: Double) -> Double {
    guard p > 0 else { return 39 }
    guard p < 0.5 else { return 0 }
    do { return max(0, try Normal.standard.upperTailQuantile(p)) } catch { return 39 }
  }
}

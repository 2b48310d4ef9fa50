/// A distribution on the real line with a density.
///
/// Edge Cases:
///
/// - A NaN argument gives NaN; nothing else does.
/// - `logDensity(at:)` is `-infinity` where the density is zero, and both are `+infinity` at a pole, which only
///   `ChiSquared` and `FisherF` with fewer than two (numerator) degrees of freedom have, at zero.
/// - `-infinity` and `+infinity` are arguments like any other: nothing lies below the one, everything below the other.
public protocol ContinuousDistribution: Sendable {
  /// The density at a point.
  func density(at x: Double) -> Double

  /// The natural logarithm of the density, which keeps its digits where the density underflows.
  func logDensity(at x: Double) -> Double

  /// The probability of a value at or below a point.
  func cumulative(at x: Double) -> Double

  /// The probability of a value above a point, accurate where `1 - cumulative(at:)` would cancel.
  func upperTail(at x: Double) -> Double

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point; zero for a positive variable whose quantile underflows.
  /// - Throws: `notFinite` or `outsideUnitInterval` for another probability, `notRepresentable` where the quantile
  ///   exceeds the largest `Double`.
  func quantile(_ probability: Double) throws(ProbabilityError) -> Double

  /// The point that is exceeded with a given probability, accurate where `1 - probability` would round to one.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point; zero for a positive variable whose quantile underflows.
  /// - Throws: `notFinite` or `outsideUnitInterval` for another probability, `notRepresentable` where the quantile
  ///   exceeds the largest `Double`.
  func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double

  /// The mean, nil where the integral does not exist.
  var expectedValue: Double? { get }

  /// The variance, nil where it is infinite or does not exist.
  var variance: Double? { get }
}

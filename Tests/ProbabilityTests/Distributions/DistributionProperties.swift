import Foundation
import Probability
import TestSupport
import Testing

/// What holds for every distribution.
enum DistributionProperties {
  static let probabilities = [1e-250, 1e-30, 1e-6, 0.003, 0.2, 0.4999, 0.5, 0.6, 0.99, 1 - 1e-9]

  /// F(F⁻¹(p)) = p and its mirror image, in both tails, and F + (1 - F) = 1.
  ///
  /// Where the density of log x is d times the tail, rounding x moves the tail by d units: 1e-11 leaves room for
  /// d of 1e4, which the largest degrees of freedom have in their far tails.
  static func checkRoundTrip(
    _ distribution: some ContinuousDistribution, probabilities: [Double] = probabilities,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for probability in probabilities {
      let below = try distribution.quantile(probability)
      let above = try distribution.upperTailQuantile(probability)
      #expect(
        relativeDifference(distribution.cumulative(at: below), probability) < 1e-11,
        sourceLocation: sourceLocation)
      #expect(
        relativeDifference(distribution.upperTail(at: above), probability) < 1e-11,
        sourceLocation: sourceLocation)
      // Both are rounded once.
      let total = distribution.cumulative(at: below) + distribution.upperTail(at: below)
      #expect((total - 1).magnitude < 1e-15, sourceLocation: sourceLocation)
    }
  }

  /// Quantiles rise with the probability, and the distribution with the point.
  static func checkMonotone(
    _ distribution: some ContinuousDistribution, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var last = -Double.infinity
    for step in 1..<2_000 {
      let quantile = try distribution.quantile(Double(step) / 2_000)
      #expect(quantile > last, sourceLocation: sourceLocation)
      last = quantile
    }
  }

  /// The density is the slope of the distribution, by a central difference at the deciles and the median.
  ///
  /// With w = smaller tail/density as the width and a step of 1e-4 w, the difference is off by 1e-8/6 · w² f''/f and,
  /// from rounding, by 1e-12 over the tail.
  static func checkSlope(
    _ distribution: some ContinuousDistribution, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for probability in [0.1, 0.5, 0.9] {
      let x = try distribution.quantile(probability)
      let density = distribution.density(at: x)
      let h = 1e-4 * min(distribution.cumulative(at: x), distribution.upperTail(at: x)) / density
      let (low, high) = (x - h, x + h)
      let slope = (distribution.cumulative(at: high) - distribution.cumulative(at: low)) / (high - low)
      #expect(relativeDifference(slope, density) < 1e-7, sourceLocation: sourceLocation)
      // The two are computed apart; the exponential of a logarithm of ten is good to ten units.
      #expect(
        relativeDifference(log(density), distribution.logDensity(at: x), floor: 1)
          < 1e-13, sourceLocation: sourceLocation)
    }
  }

  /// Probabilities outside the open unit interval are refused by both quantiles.
  static func checkRefusals(
    _ distribution: some ContinuousDistribution, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for probability in [0, 1, -0.1, 1.5] {
      let error = ProbabilityError.outsideUnitInterval(.probability, value: probability)
      #expect(throws: error, sourceLocation: sourceLocation) {
        try distribution.quantile(probability)
      }
      #expect(throws: error, sourceLocation: sourceLocation) {
        try distribution.upperTailQuantile(probability)
      }
    }
    for probability in [Double.nan, .infinity, -.infinity] {
      #expect(throws: ProbabilityError.notFinite(.probability), sourceLocation: sourceLocation) {
        try distribution.quantile(probability)
      }
      #expect(throws: ProbabilityError.notFinite(.probability), sourceLocation: sourceLocation) {
        try distribution.upperTailQuantile(probability)
      }
    }
  }

  /// The ends of the line, and NaN.
  static func checkEdges(
    _ distribution: some ContinuousDistribution, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(distribution.cumulative(at: -.infinity) == 0, sourceLocation: sourceLocation)
    #expect(distribution.cumulative(at: .infinity) == 1, sourceLocation: sourceLocation)
    #expect(distribution.upperTail(at: -.infinity) == 1, sourceLocation: sourceLocation)
    #expect(distribution.upperTail(at: .infinity) == 0, sourceLocation: sourceLocation)
    for end in [Double.infinity, -.infinity] {
      #expect(distribution.density(at: end) == 0, sourceLocation: sourceLocation)
      #expect(distribution.logDensity(at: end) == -.infinity, sourceLocation: sourceLocation)
    }
    #expect(distribution.density(at: .nan).isNaN, sourceLocation: sourceLocation)
    #expect(distribution.logDensity(at: .nan).isNaN, sourceLocation: sourceLocation)
    #expect(distribution.cumulative(at: .nan).isNaN, sourceLocation: sourceLocation)
    #expect(distribution.upperTail(at: .nan).isNaN, sourceLocation: sourceLocation)
  }
}

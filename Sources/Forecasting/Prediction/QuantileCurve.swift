internal import Probability

/// A distribution given by its quantiles, straight between them on the scale of normal scores.
///
/// The knots are pairs of a normal score z and a value: the value is the quantile at Φ(z). Between knots the value is
/// linear in z, and beyond the last knot it goes on with the last slope, so that the tails are normal tails of the
/// spread found there. A normal distribution is one straight line and is held exactly.
public struct QuantileCurve: Sendable, Equatable {
  /// The normal scores at which values are held: steps of 0.25 up to ±3.5, which is one in 4,300.
  public static let scores: [Double] = (-14...14).map { Double($0) / 4 }

  /// The values at ``scores``, in ascending order.
  public let values: [Double]

  /// A curve through values.
  ///
  /// - Parameter values: one for each of ``scores``; a value below its predecessor is raised to it.
  public init(_ values: [Double]) {
    var values = values
    for index in values.indices.dropFirst() { values[index] = max(values[index], values[index - 1]) }
    self.values = values
  }

  /// The value at a normal score.
  ///
  /// - Parameter score: any real number.
  /// - Returns: the value below which the probability Φ(score) lies.
  public func value(atScore score: Double) -> Double {
    let position = (score - Self.scores[0]) * 4
    let left = min(max(Int(position.rounded(.down)), 0), values.count - 2)
    return values[left] + (position - Double(left)) * (values[left + 1] - values[left])
  }

  /// The mean, by the trapezoidal rule over normal scores from -8.5 to 8.5.
  public var mean: Double {
    var sum = 0.0
    var weight = 0.0
    for step in -34...34 {
      let score = Double(step) / 4
      let density = Normal.standard.density(at: score)
      sum += density * value(atScore: score)
      weight += density
    }
    return sum / weight
  }

  /// The median.
  public var median: Double { values[values.count / 2] }
}

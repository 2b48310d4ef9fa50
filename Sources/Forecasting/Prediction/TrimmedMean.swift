internal import Probability
internal import Series

/// The mean of the inverse of a transform under a Student t or of draws, from the middles of 200 slices of equal probability.
///
/// The slices weigh alike, so the outermost is seen at one in 400 and what lies further out does not count.
struct TrimmedMean {
  let degreesOfFreedom: Double
  let location: Double
  let scale: Double

  /// How many slices there are.
  static let count = 200

  /// The upper half of the standard quantiles for the degrees of freedom that `auto` has, ascending.
  private static let ofFour = upperHalf(4)

  /// The mean of the inverse.
  ///
  /// - Parameter transform: the transform that led to the scale of the law.
  /// - Returns: the mean on the scale of the series.
  func value(_ transform: Transform) -> Double {
    guard scale > 0 else { return transform.inverse(location) }
    let quantiles = degreesOfFreedom == 4 ? Self.ofFour : Self.upperHalf(degreesOfFreedom)
    var sum = 0.0
    for quantile in quantiles {
      sum += transform.inverse(location - scale * quantile) + transform.inverse(location + scale * quantile)
    }
    return sum / Double(2 * quantiles.count)
  }

  /// The mean of the inverse of draws.
  ///
  /// - Parameters:
  ///   - draws: in ascending order, at least one.
  ///   - transform: the transform that led to their scale.
  /// - Returns: the mean on the scale of the series.
  static func value(of draws: [Double], _ transform: Transform) -> Double {
    var sum = 0.0
    for slice in 0..<count {
      let probability = (Double(slice) + 0.5) / Double(count)
      sum += transform.inverse(Marginal.Shape.interpolate(draws, probability)) / Double(count)
    }
    return sum
  }

  private static func upperHalf(_ degreesOfFreedom: Double) -> [Double] {
    // Probabilities inside (0, 1) and degrees of freedom of a fitted law are never refused; of others the median is left.
    guard let law = try? StudentT(degreesOfFreedom: degreesOfFreedom) else { return [0] }
    return (0..<(count / 2)).map { slice in
      (try? law.upperTailQuantile((Double(slice) + 0.5) / Double(count))) ?? 0
    }
    .reversed()
  }
}

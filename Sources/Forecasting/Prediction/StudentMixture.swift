internal import Probability

/// A mixture of Student t laws with the same degrees of freedom.
struct StudentMixture {
  /// One of the laws with its share.
  struct Component {
    let weight: Double
    let location: Double
    let scale: Double
  }

  /// What the laws have in common.
  let tail: StudentTail

  /// The quantiles of a mixture, or the one law it consists of.
  ///
  /// - Parameter components: at least one, with scales above zero unless it is alone, and weights that add up to one.
  /// - Returns: a shape on the scale of the components.
  func shape(_ components: [Component]) -> Marginal.Shape {
    if let only = components.first, components.count == 1 {
      return .studentT(
        degreesOfFreedom: tail.degreesOfFreedom, location: only.location, scale: only.scale)
    }
    var values: [Double] = []
    for (score, reach) in zip(QuantileCurve.scores, tail.quantiles) {
      values.append(
        solve(
          components, tail: Normal.standard.cumulative(at: -score.magnitude), isUpper: score > 0, reach: reach
        ))
    }
    return .curve(QuantileCurve(values))
  }

  /// The quantile lies between those of the components: bisection, quickened by Newton steps that stay inside.
  private func solve(_ components: [Component], tail wanted: Double, isUpper: Bool, reach: Double) -> Double {
    var (low, high, point) = (Double.infinity, -Double.infinity, 0.0)
    for component in components {
      let end = component.location + component.scale * reach
      (low, high, point) = (min(low, end), max(high, end), point + component.weight * end)
    }
    let sign = isUpper ? 1.0 : -1.0
    for _ in 0..<100 where high > low {
      point = point > low && point < high ? point : low + (high - low) / 2
      var (found, density) = (0.0, 0.0)
      for component in components {
        let value = tail.beyond(sign * (point - component.location) / component.scale)
        found += component.weight * value.probability
        density += component.weight / component.scale * value.density
      }
      // Too much beyond the point: the quantile lies further out.
      let isShort = (found > wanted) == isUpper
      if isShort { low = point } else { high = point }
      let step = sign * (found - wanted) / density
      if step.magnitude <= 1e-13 * max(point.magnitude, (high - low).magnitude)
        || high - low <= 1e-15 * point.magnitude
      {
        break
      }
      point += step
    }
    return point
  }
}

/// The upper tail of a standard Student t, tabulated once and interpolated: a mixture asks for it thousands of times.
///
/// Cubic in each step of 1/32 with the density as slope; the error is below 1e-8. Beyond 8 it is computed.
struct StudentTail {
  let degreesOfFreedom: Double
  /// The quantiles at the scores of a ``QuantileCurve``.
  let quantiles: [Double]
  private let law: StudentT
  private let knots: [(probability: Double, density: Double)]

  private static let perUnit = 32.0
  private static let end = 8.0

  /// The table.
  ///
  /// - Parameter degreesOfFreedom: above zero.
  /// - Throws: `ProbabilityError` for others.
  init(degreesOfFreedom: Double) throws(ProbabilityError) {
    let law = try StudentT(degreesOfFreedom: degreesOfFreedom)
    var quantiles: [Double] = []
    for score in QuantileCurve.scores {
      let tail = Normal.standard.cumulative(at: -score.magnitude)
      quantiles.append(try law.upperTailQuantile(tail) * (score < 0 ? -1 : 1))
    }
    (self.law, self.degreesOfFreedom, self.quantiles) = (law, degreesOfFreedom, quantiles)
    knots = (0...Int(Self.end * Self.perUnit)).map { step in
      let point = Double(step) / Self.perUnit
      return (law.upperTail(at: point), law.density(at: point))
    }
  }

  /// The probability beyond a point, and the density there.
  ///
  /// - Parameter point: any number.
  /// - Returns: both.
  func beyond(_ point: Double) -> (probability: Double, density: Double) {
    let distance = point.magnitude
    guard distance < Self.end else { return (law.upperTail(at: point), law.density(at: point)) }
    let place = distance * Self.perUnit
    let index = min(Int(place), knots.count - 2)
    let (left, right) = (knots[index], knots[index + 1])
    let (t, width) = (place - Double(index), 1 / Self.perUnit)
    let fall = left.probability - right.probability
    let (first, second) = (left.density * width - fall, fall - right.density * width)
    let bend = t * (1 - t) * (first * (1 - t) + second * t)
    let probability = left.probability - fall * t - bend
    let density = left.density + (right.density - left.density) * t
    return (point < 0 ? 1 - probability : probability, density)
  }
}

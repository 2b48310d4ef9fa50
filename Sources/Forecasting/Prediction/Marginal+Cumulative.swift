public import Probability
internal import Series

extension Marginal {
  /// The probability that the value stays at or below a point, by which an outcome is placed in its forecast.
  ///
  /// The scale of the model is reached by the transform; a point outside its domain lies below everything that can happen (or above,
  /// for a percentage of 100). Draws count by the middle of their step, as the ends of their order statistics leave it open;
  /// a curve is inverted by halving, to 1e-12 in the normal score.
  ///
  /// Edge Cases:
  ///
  /// - At a value that has a probability of its own (a certain forecast, a bound on which probability was put) the middle of
  ///   the step counts: the distribution function is not continuous there (Czado, Gneiting & Held 2009, Biometrics 65).
  ///
  /// - Parameter value: on the scale of the series.
  /// - Returns: from 0 to 1.
  /// - Throws: `ProbabilityError` for a value that is not finite.
  public func cumulative(at value: Double) throws(ProbabilityError) -> Double {
    guard value.isFinite else { throw .notFinite(.observation) }
    guard value >= bounds.lower else { return 0 }
    guard value <= bounds.upper else { return 1 }
    let below = value == bounds.lower ? 0 : try step(at: value).below
    let upTo = value == bounds.upper ? 1 : try step(at: value).upTo
    return (below + upTo) / 2
  }

  /// The probability below a point, and that up to it.
  private func step(at value: Double) throws(ProbabilityError) -> (below: Double, upTo: Double) {
    guard let point = transform.forward(value / unit), point.isFinite else {
      // Only a logit has a domain that ends above.
      let side = transform == .logit && value / unit >= 100 ? 1.0 : 0.0
      return (side, side)
    }
    switch shape {
    case .normal(let mean, let deviation) where deviation > 0:
      let probability = try Normal(mean: mean, standardDeviation: deviation).cumulative(at: point)
      return (probability, probability)
    case .studentT(let df, let location, let scale) where scale > 0:
      let probability = try StudentT(degreesOfFreedom: df, location: location, scale: scale).cumulative(
        at: point)
      return (probability, probability)
    case .normal(let mean, _): return Self.step(point, at: mean)
    case .studentT(_, let location, _): return Self.step(point, at: location)
    case .draws(let values):
      let range = try ProbabilityIntegralTransform.range(ensemble: values, observation: point)
      return (range.lowerBound, range.upperBound)
    case .curve(let curve): return curve.step(at: point)
    }
  }

  /// The step of a certain value.
  private static func step(_ point: Double, at certain: Double) -> (below: Double, upTo: Double) {
    (point > certain ? 1 : 0, point >= certain ? 1 : 0)
  }
}

extension QuantileCurve {
  /// The probability below a value, and that up to it; they differ where the curve is flat.
  ///
  /// - Parameter value: any number.
  /// - Returns: both from 0 to 1.
  func step(at value: Double) -> (below: Double, upTo: Double) {
    (
      Normal.standard.cumulative(at: score { $0 < value }),
      Normal.standard.cumulative(at: score { $0 <= value })
    )
  }

  /// The normal score up to which values satisfy a condition that ends with growing values.
  private func score(_ holds: (Double) -> Bool) -> Double {
    var (low, high) = (-40.0, 40.0)
    guard holds(self.value(atScore: low)) else { return low }
    guard !holds(self.value(atScore: high)) else { return high }
    while high - low > 1e-12 * max(1, low.magnitude) {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if holds(self.value(atScore: middle)) { low = middle } else { high = middle }
    }
    return low
  }
}

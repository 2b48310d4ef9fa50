public import Probability
public import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The predictive distribution of one future year.
///
/// A shape on the scale of the model, carried to the scale of the series by the inverse of the transform and
/// then kept within what the quantity can be: probability below a bound is put on the bound.
public struct Marginal: Sendable, Equatable {
  /// The distribution on the scale of the model.
  public enum Shape: Sendable, Equatable {
    /// Normal; a standard deviation of zero is a certain value.
    case normal(mean: Double, standardDeviation: Double)
    /// Student t, as of a regression's prediction; a scale of zero is a certain value.
    case studentT(degreesOfFreedom: Double, location: Double, scale: Double)
    /// Simulated values in ascending order, at least one.
    case draws([Double])
    /// Quantiles, as a combination or a calibration gives them.
    case curve(QuantileCurve)
  }

  /// The distribution on the scale of the model.
  public let shape: Shape
  /// The transform that led to the model's scale.
  public let transform: Transform
  /// The amount that was taken as one before the transform.
  public let unit: Double
  /// What the quantity can be at all.
  public let bounds: Bounds

  /// A distribution on the scale of the series itself.
  ///
  /// - Parameters:
  ///   - shape: on the scale of the model.
  ///   - transform: the transform that led there.
  ///   - unit: the amount of the series that was taken as one before the transform. A power of very small or very large
  ///     numbers would lose digits.
  ///   - bounds: what the quantity can be.
  init(_ shape: Shape, transform: Transform = .none, unit: Double = 1, bounds: Bounds = .unbounded) {
    self.shape = shape
    self.transform = transform
    self.unit = unit
    self.bounds = bounds
  }

  /// The value of the series at a point on the scale of the model.
  private func onSeries(_ point: Double) -> Double { transform.inverse(point) * unit }

  /// The value below which the probability lies.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: on the scale of the series, finite.
  /// - Throws: `ProbabilityError` for a probability outside (0, 1), and `notRepresentable` for a quantile that
  ///   exceeds the largest number.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    let value = bounds.clamp(onSeries(try shape.quantile(probability)))
    guard value.isFinite else { throw .notRepresentable(.quantile) }
    return value
  }

  /// The median; a monotone transform carries it over as it is.
  public var median: Double { bounds.clamp(onSeries(shape.median)) }

  /// The mean on the scale of the series.
  ///
  /// Without a transform it is that of the shape. After one, the mean of the inverse: ln y normal gives
  /// exp(μ + σ²/2); logit and Box-Cox with λ > 0 are integrated numerically.
  ///
  /// Edge Cases:
  ///
  /// - A Student t has no finite mean after `log`; the normal law with the scale as σ stands in for it, which is the bias
  ///   adjustment that regression texts use. Under logit the t itself counts.
  /// - Under Box-Cox with λ > 0 a Student t has a finite mean only where 1/λ is less than its degrees of freedom, and near
  ///   that limit the mean is made by values that no record of this length can speak of. Its mean is that of 200 even
  ///   quantiles, so that nothing beyond one in 400 counts. So is the mean of draws after `log` or Box-Cox: few of a system's
  ///   paths explode, and with the logarithms t their mean has no limit as more are drawn.
  /// - Box-Cox with λ < 0 gives some probability to infinity, so no mean is finite; the expansion to second order
  ///   m (1 + σ² (1 - λ) / (2 m^(2λ))) around the median m stands in (Guerrero 1993, Journal of Forecasting 12).
  public var mean: Double { bounds.clamp(unboundedMean * unit) }

  private var unboundedMean: Double {
    if case .draws(let values) = shape {
      switch transform {
      case .none, .logit: return values.reduce(0) { $0 + transform.inverse($1) / Double(values.count) }
      case .log, .boxCox: return TrimmedMean.value(of: values, transform)
      }
    }
    if case .curve(let curve) = shape, transform == .none { return curve.mean }
    let (location, scale) = shape.locationAndScale
    switch transform {
    case .none: return location
    case .log: return exp(location + scale * scale / 2)
    case .boxCox(let lambda) where lambda == 0: return exp(location + scale * scale / 2)
    case .boxCox(let lambda) where lambda < 0:
      let centre = transform.inverse(location)
      let bend = scale * scale * (1 - lambda) / 2
      return centre + bend * exp((1 - 2 * lambda) * logOf(centre))
    case .logit:
      return TransformedMean(degreesOfFreedom: shape.degreesOfFreedom, location: location, scale: scale)
        .value(transform, cutAt: 0)
    case .boxCox(let lambda):
      if let degreesOfFreedom = shape.degreesOfFreedom {
        return TrimmedMean(degreesOfFreedom: degreesOfFreedom, location: location, scale: scale)
          .value(transform)
      }
      return TransformedMean(degreesOfFreedom: nil, location: location, scale: scale)
        .value(transform, cutAt: -1 / lambda)
    }
  }

  /// The same distribution seen from another scale.
  ///
  /// A distribution that brings its own transform keeps it; under a further transform its quantiles stand for it, for the
  /// two maps are no map of the family.
  ///
  /// - Parameters:
  ///   - outer: the transform under which the model was fitted.
  ///   - bounds: what the quantity can be.
  /// - Returns: the distribution on the scale of the series.
  /// - Throws: `ProbabilityError` when a quantile is not finite.
  func on(_ outer: Transform, bounds: Bounds) throws(ProbabilityError) -> Marginal {
    if transform == .none { return Marginal(shape, transform: outer, bounds: bounds) }
    if outer == .none { return Marginal(shape, transform: transform, unit: unit, bounds: bounds) }
    var values: [Double] = []
    for score in QuantileCurve.scores {
      values.append(try quantile(Normal.standard.cumulative(at: score)))
    }
    return Marginal(.curve(QuantileCurve(values)), transform: outer, bounds: bounds)
  }

  /// Whether every number of the distribution is finite.
  var isFinite: Bool {
    switch shape {
    case .normal(let mean, let deviation): mean.isFinite && deviation.isFinite
    case .studentT(let df, let location, let scale):
      df.isFinite && location.isFinite && scale.isFinite
    case .draws(let values): !values.isEmpty && values.allSatisfy(\.isFinite)
    case .curve(let curve): curve.values.allSatisfy(\.isFinite)
    }
  }
}

extension Marginal.Shape {
  /// The quantile on the scale of the model.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: the value below which the probability lies; of draws, the linear interpolation at
  ///   (n - 1)p (Hyndman & Fan 1996, type 7).
  /// - Throws: `ProbabilityError` for a probability outside (0, 1).
  func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    switch self {
    case .normal(let mean, let deviation):
      return mean + deviation * (try Normal.standard.quantile(probability))
    case .studentT(let df, let location, let scale):
      return location + scale * (try StudentT(degreesOfFreedom: df).quantile(probability))
    case .draws(let values):
      _ = try Normal.standard.quantile(probability)
      return Self.interpolate(values, probability)
    case .curve(let curve): return curve.value(atScore: try Normal.standard.quantile(probability))
    }
  }

  /// Whether it is one value.
  var isCertain: Bool {
    switch self {
    case .normal(_, let spread), .studentT(_, _, let spread): spread == 0
    case .draws(let values): values.first == values.last
    case .curve(let curve): curve.values.first == curve.values.last
    }
  }

  /// The median on the scale of the model.
  var median: Double {
    if case .draws(let values) = self { return Self.interpolate(values, 0.5) }
    return locationAndScale.location
  }

  /// Centre and spread: mean and standard deviation of a normal or of draws, location and scale of a t, median and
  /// half the width between the normal scores ±1 of a curve.
  var locationAndScale: (location: Double, scale: Double) {
    switch self {
    case .normal(let mean, let deviation): return (mean, deviation)
    case .studentT(_, let location, let scale): return (location, scale)
    case .draws(let values):
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / Double(max(values.count - 1, 1))).squareRoot())
    case .curve(let curve):
      return (curve.median, (curve.value(atScore: 1) - curve.value(atScore: -1)) / 2)
    }
  }

  /// Those of a Student t, `nil` for another shape.
  var degreesOfFreedom: Double? {
    if case .studentT(let degreesOfFreedom, _, _) = self { return degreesOfFreedom }
    return nil
  }

  static func interpolate(_ sorted: [Double], _ probability: Double) -> Double {
    let position = probability * Double(sorted.count - 1)
    let below = min(Int(position), sorted.count - 1)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}

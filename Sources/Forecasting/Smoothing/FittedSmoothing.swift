#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``SimpleExponentialSmoothing``, ``Holt`` or ``DampedTrend``.
public struct FittedSmoothing: FittedTrend {
  let smoothing: AdditiveSmoothing
  let weights: AdditiveSmoothing.Weights
  /// The starting values l(0) and b(0).
  let startLevel: Double
  let startSlope: Double
  let values: [Double]
  let errors: [Double]
  let firstYear: Int
  /// The states after the last value.
  let lastLevel: Double
  let lastSlope: Double

  init(
    smoothing: AdditiveSmoothing, weights: AdditiveSmoothing.Weights, level: Double, slope: Double,
    values: [Double], firstYear: Int
  ) {
    self.smoothing = smoothing
    self.weights = weights
    startLevel = level
    startSlope = slope
    self.values = values
    self.firstYear = firstYear
    var errors: [Double] = []
    errors.reserveCapacity(values.count)
    (lastLevel, lastSlope) = Self.run(values, weights, level, slope) { errors.append($0) }
    self.errors = errors
  }

  /// The variance of the errors, divided by what is left after estimation.
  var variance: Double {
    errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count - smoothing.parameterCount)
  }

  /// Estimates with standard errors from the observed information, residuals and likelihood.
  public var summary: FitSummary {
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    return FitSummary(
      parameters: parameters,
      residuals: errors.enumerated().map { (year: firstYear + $0, value: $1) },
      observations: values.count, estimatedParameters: smoothing.parameterCount,
      residualVariance: variance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: squares, count: values.count))
  }

  /// Normal distributions with the exact variance of the linear model.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: mean l + (φ + … + φ^h) b, variance σ²(1 + Σ c(j)²) with c(j) = α + β(φ + … + φ^j), j < h.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    var shapes: [Marginal.Shape] = []
    var (power, damping, spread) = (1.0, 0.0, 1.0)
    for _ in 1...horizon.years {
      power *= weights.phi
      damping += power
      shapes.append(
        .normal(
          mean: lastLevel + (smoothing.trend == .none ? 0 : damping * lastSlope),
          standardDeviation: (variance * spread).squareRoot()))
      let response = weights.alpha + weights.beta * damping
      spread += response * response
    }
    return try PredictiveDistribution(shapes, model: smoothing.model)
  }

  /// Runs the recursion and hands out the one-step errors.
  private static func run(
    _ values: [Double], _ weights: AdditiveSmoothing.Weights, _ level: Double, _ slope: Double,
    _ emit: (Double) -> Void
  ) -> (level: Double, slope: Double) {
    var (level, slope) = (level, slope)
    for value in values {
      let expected = level + weights.phi * slope
      let error = value - expected
      emit(error)
      level = expected + weights.alpha * error
      slope = weights.phi * slope + weights.beta * error
    }
    return (level, slope)
  }

  /// The estimates; a weight at the edge of its range has no standard error.
  private var parameters: [ParameterEstimate] {
    let hasTrend = smoothing.trend != .none
    let isDamped = smoothing.trend == .damped
    var names = ["alpha"]
    var point = [weights.alpha]
    var interior = [Self.inside(weights.alpha, AdditiveSmoothing.alphaRange)]
    if hasTrend {
      names.append("beta")
      point.append(weights.beta)
      interior.append(
        weights.alpha > AdditiveSmoothing.betaFloor
          && Self.inside(weights.beta, AdditiveSmoothing.betaFloor...weights.alpha))
    }
    if isDamped {
      names.append("phi")
      point.append(weights.phi)
      interior.append(Self.inside(weights.phi, AdditiveSmoothing.phiRange))
    }
    names.append("initial level")
    point.append(startLevel)
    interior.append(true)
    if hasTrend {
      names.append("initial slope")
      point.append(startSlope)
      interior.append(true)
    }
    let scale = variance.squareRoot()
    let steps = names.map { $0.hasPrefix("initial") ? max(scale, 1e-8) * 1e-2 : 1e-4 }
    let standardErrors = observedInformationErrors(at: point, free: interior, steps: steps) { trial in
      let weights = AdditiveSmoothing.Weights(
        alpha: trial[0], beta: hasTrend ? trial[1] : 0, phi: isDamped ? trial[2] : 1)
      let slope = hasTrend ? trial[trial.count - 1] : 0
      let level = trial[trial.count - (hasTrend ? 2 : 1)]
      var squares = 0.0
      _ = Self.run(values, weights, level, slope) { squares += $0 * $0 }
      return 0.5 * Double(values.count) * log(squares)
    }
    return zip(names, zip(point, standardErrors)).map { ParameterEstimate($0, $1.0, standardError: $1.1) }
  }

  private static func inside(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
    let margin = 1e-3 * (range.upperBound - range.lowerBound)
    return value > range.lowerBound + margin && value < range.upperBound - margin
  }
}

internal import Series

/// A fitted ``Naive`` or ``Drift``: both are random walks, one of them with a mean change.
public struct FittedRandomWalk: FittedTrend {
  let model: ModelIdentifier
  let hasDrift: Bool
  let last: Double
  let drift: Double
  /// The variance of a yearly change, with n - 1 degrees of freedom (naive) or n - 2 (drift).
  let variance: Double
  let residuals: [(year: Int, value: Double)]

  /// Estimates the walk.
  ///
  /// - Parameters:
  ///   - values: without gaps, at least two, three with drift.
  ///   - firstYear: the year of the first value.
  ///   - hasDrift: whether the mean change is estimated, otherwise it is zero.
  ///   - model: whose fit this is.
  /// - Throws: ``FitError/overflow(model:)`` when the changes are too large to square.
  init(values: [Double], firstYear: Int, hasDrift: Bool, model: ModelIdentifier) throws(FitError) {
    let changes = zip(values.dropFirst(), values).map { $0 - $1 }
    let count = Double(changes.count)
    let drift = hasDrift ? changes.reduce(0) { $0 + $1 / count } : 0
    let squares = changes.reduce(0) { $0 + ($1 - drift) * ($1 - drift) }
    guard drift.isFinite, squares.isFinite else { throw .overflow(model: model) }
    self.model = model
    self.hasDrift = hasDrift
    self.drift = drift
    last = values[values.count - 1]
    variance = squares / (hasDrift ? count - 1 : count)
    residuals = changes.enumerated().map { (firstYear + 1 + $0, $1 - drift) }
  }

  /// Estimates, residuals and likelihood; the first value only starts the walk.
  public var summary: FitSummary {
    let count = residuals.count
    let squares = residuals.reduce(0) { $0 + $1.value * $1.value }
    let estimate = ParameterEstimate(
      "drift", drift, standardError: (variance / Double(count)).squareRoot(),
      degreesOfFreedom: Double(count - 1), dimension: .values)
    return FitSummary(
      parameters: hasDrift ? [estimate] : [], residuals: residuals, observations: count,
      estimatedParameters: hasDrift ? 1 : 0, residualVariance: variance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: squares, count: count))
  }

  /// Normal distributions that widen with the square root of the horizon, faster with an estimated drift.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: mean last + h d, variance h σ² + h² σ²/(n - 1) (without the second term for naive).
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let driftVariance = hasDrift ? variance / Double(residuals.count) : 0
    let shapes = (1...horizon.years).map { step in
      let h = Double(step)
      return Marginal.Shape.normal(
        mean: last + h * drift, standardDeviation: (h * variance + h * h * driftVariance).squareRoot())
    }
    return try PredictiveDistribution(shapes, model: model)
  }
}

public import Series

/// The mean of the record, as if every year were drawn anew: y = μ + ε.
public struct Mean: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("mean"),
    title: "mean of all values",
    equation: "y(t) = μ + ε(t)",
    estimation: "μ by the arithmetic mean, the variance of ε with n - 1 degrees of freedom",
    interval: "μ ± t(n - 1) s sqrt(1 + 1/n), the same for every horizon",
    minimumObservations: 2,
    acceptsMissingYears: true,
    reference: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2")

  /// The model; it has no options.
  public init() {}

  /// Takes the mean; years without a value are left out.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/tooFewObservations(model:needed:found:)`` for a single value.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedMean {
    let observations = series.observations
    try requireObservations(observations.count)
    let n = Double(observations.count)
    let mean = observations.reduce(0) { $0 + $1.value / n }
    let residuals = observations.map { (year: $0.year, value: $0.value - mean) }
    let squares = residuals.reduce(0) { $0 + $1.value * $1.value }
    guard mean.isFinite, squares.isFinite else { throw .overflow(model: Self.identifier) }
    return FittedMean(mean: mean, variance: squares / (n - 1), sumOfSquares: squares, residuals: residuals)
  }
}

/// A fitted ``Mean``.
public struct FittedMean: FittedTrend {
  let mean: Double
  let variance: Double
  let sumOfSquares: Double
  let residuals: [(year: Int, value: Double)]

  private var count: Double { Double(residuals.count) }

  /// Estimates, residuals and likelihood.
  public var summary: FitSummary {
    FitSummary(
      parameters: [
        ParameterEstimate(
          "mean", mean, standardError: (variance / count).squareRoot(), degreesOfFreedom: count - 1,
          dimension: .values)
      ],
      residuals: residuals, observations: residuals.count, estimatedParameters: 1,
      residualVariance: variance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: sumOfSquares, count: residuals.count))
  }

  /// The same Student t for every year.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: t(n - 1) around the mean with scale s sqrt(1 + 1/n).
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let scale = (variance * (1 + 1 / count)).squareRoot()
    let shape = Marginal.Shape.studentT(degreesOfFreedom: count - 1, location: mean, scale: scale)
    return try PredictiveDistribution(
      [Marginal.Shape](repeating: shape, count: horizon.years), model: Mean.identifier)
  }
}

public import Series

/// Harvey's local linear trend: level and slope both walk.
public struct LocalTrend: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("local-trend"),
    title: "local linear trend: level and slope both walk, seen through noise",
    equation: "y(t) = μ(t) + ε(t), μ(t+1) = μ(t) + ν(t) + ξ(t), ν(t+1) = ν(t) + ζ(t)",
    estimation: "variances of ε, ξ and ζ by maximum likelihood, exact diffuse start",
    interval: "extrapolated level ± z sqrt(Z P(h) Z' + σ_ε²), P(h) the variance of the state h years on",
    minimumObservations: 6,
    acceptsMissingYears: true,
    reference: "Durbin & Koopman (2012), Time Series Analysis by State Space Methods, 2nd ed., section 3.2")

  /// The model; it has no options.
  public init() {}

  /// Estimates the model; years without a value are estimated through.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for too few values or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedStructural {
    try requireObservations(series.observationCount)
    return try StructuralModel(hasSlope: true, model: Self.identifier).fit(series)
  }
}

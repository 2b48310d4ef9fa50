public import Series

/// Harvey's local level: a random walk seen through noise.
public struct LocalLevel: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("local-level"),
    title: "local level: a random walk seen through noise",
    equation: "y(t) = μ(t) + ε(t), μ(t+1) = μ(t) + ξ(t)",
    estimation: "variances of ε and ξ by maximum likelihood, exact diffuse start",
    interval: "filtered level ± z sqrt(P + h σ_ξ² + σ_ε²), P the variance of the level",
    minimumObservations: 4,
    acceptsMissingYears: true,
    reference: "Durbin & Koopman (2012), Time Series Analysis by State Space Methods, 2nd ed., chapter 2")

  /// The model; it has no options.
  public init() {}

  /// Estimates the model; years without a value are estimated through.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for too few values or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedStructural {
    try requireObservations(series.observationCount)
    return try StructuralModel(hasSlope: false, model: Self.identifier).fit(series)
  }
}

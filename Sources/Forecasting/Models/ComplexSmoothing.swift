public import Series

/// Complex exponential smoothing, non-seasonal: one complex weight moves between level and trend by itself.
public struct ComplexSmoothing: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("ces"),
    title: "complex exponential smoothing",
    equation: "y(t) = l(t-1) + e(t), l(t) = l(t-1) - (1-α1) c(t-1) + (α0-α1) e(t), "
      + "c(t) = l(t-1) + (1-α0) c(t-1) + (α0+α1) e(t)",
    estimation:
      "α0 and α1 by maximum likelihood where old errors fade, l(0) and c(0) by backcasting with them",
    interval:
      "l ± z σ sqrt(1 + Σ c(k)²), k = 1...h-1, c(k) what a shock of one adds to the level after k years",
    minimumObservations: 6,
    acceptsMissingYears: false,
    reference: "Svetunkov, Kourentzes & Ord (2022), Naval Research Logistics 69, 1108-1123")

  /// The model; it has no options.
  public init() {}

  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedComplexSmoothing {
    try ComplexSmoothingEstimation(model: Self.identifier)
      .fit(try completeValues(series), firstYear: series.firstYear)
  }
}

public import Series

/// Simple exponential smoothing, ETS(A,N,N): a level that follows the values.
public struct SimpleExponentialSmoothing: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("ses"),
    title: "simple exponential smoothing, ETS(A,N,N)",
    equation: "y(t) = l(t-1) + e(t), l(t) = l(t-1) + α e(t)",
    estimation: "α in 0.0001...0.9999 by maximum likelihood, l(0) by least squares given α",
    interval: "l ± z σ sqrt(1 + (h - 1) α²)",
    minimumObservations: 4,
    acceptsMissingYears: false,
    reference:
      "Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, chapters 5 and 6")

  /// The model; it has no options.
  public init() {}

  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedSmoothing {
    try AdditiveSmoothing(trend: .none, model: Self.identifier)
      .fit(try completeValues(series), firstYear: series.firstYear)
  }
}

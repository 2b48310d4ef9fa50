public import Series

/// Holt's linear trend, ETS(A,A,N): level and slope follow the values.
public struct Holt: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("holt"),
    title: "Holt's linear trend, ETS(A,A,N)",
    equation: "y(t) = l(t-1) + b(t-1) + e(t), l(t) = l(t-1) + b(t-1) + α e(t), b(t) = b(t-1) + β e(t)",
    estimation: "α in 0.0001...0.9999 and β in 0.0001...α by maximum likelihood, l(0) and b(0) by least "
      + "squares given them",
    interval: "l + h b ± z σ sqrt(1 + Σ (α + β j)²), j = 1...h-1",
    minimumObservations: 6,
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
    try AdditiveSmoothing(trend: .linear, model: Self.identifier)
      .fit(try completeValues(series), firstYear: series.firstYear)
  }
}

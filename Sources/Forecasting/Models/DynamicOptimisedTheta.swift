public import Series

/// The dynamic optimised theta model, DOTM: θ is estimated and the line follows the values.
///
/// With the search of its authors the most accurate of the family on the yearly series of the M3 competition.
///
/// Edge Cases: the first error that counts sees l(0) through (1-α)³. With α at its upper end l(0) can therefore lie
/// millions of units from the values: it is an optimum of the stated objective, and the forecasts do not see it.
/// Fitted exactly it forecasts short records a little worse than after a search that stops early near θ = 2;
/// ``ShrunkenTheta`` says so on purpose.
public struct DynamicOptimisedTheta: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("theta-dynamic"),
    title: "dynamic optimised theta model, DOTM",
    equation: "y(t) = l(t-1) + (1 - 1/θ) (A(t-1) (1-α)^(t-1) + B(t-1) (1 - (1-α)^t)/α) + e(t), "
      + "l(t) = α y(t) + (1-α) l(t-1), A(t) + B(t) t the line through the values up to t",
    estimation:
      "α in 0.1...0.99, θ from 1 and l(0) by least squares of the one-step errors from the fourth year "
      + "on; l(0) and θ exactly given α",
    interval: "± z σ sqrt(1 + Σ c(j,h)²), c(j,h) what a shock of one in year j adds to the forecast for h",
    minimumObservations: 8,
    acceptsMissingYears: false,
    reference:
      "Fiorucci, Pellegrini, Louzada & Petropoulos (2016), International Journal of Forecasting 32, 1151-1161"
  )

  /// The model; it has no options.
  public init() {}

  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedTheta {
    try ThetaEstimation(form: .dynamicOptimised, model: Self.identifier)
      .fit(try completeValues(series), firstYear: series.firstYear)
  }
}

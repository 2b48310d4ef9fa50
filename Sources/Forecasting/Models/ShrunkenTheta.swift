public import Series

/// The dynamic theta model with θ drawn towards 2: DOTM for short records.
///
/// Least squares uses l(0) and θ of DOTM to fit a dozen values closely, and forecasts worse for it. Here l(0) is
/// y(1)/θ, at which the model expects the first year to be what it is, and θ is estimated as if six further years
/// had said θ = 2, the value of the theta method: the sum of squares plus 6 m (1 - 1/θ - 1/2)², m the mean square of
/// the trend column, is made least. Six was chosen on the training part of the M3 competition's yearly series with
/// their last six years held out; 3 to 20 differ by less than .005 in OWA.
public struct ShrunkenTheta: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("theta-shrunken"),
    title: "dynamic theta model with θ drawn towards 2",
    equation: "y(t) = l(t-1) + (1 - 1/θ) (A(t-1) (1-α)^(t-1) + B(t-1) (1 - (1-α)^t)/α) + e(t), "
      + "l(t) = α y(t) + (1-α) l(t-1), A(t) + B(t) t the line through the values up to t, l(0) = y(1)/θ",
    estimation:
      "α in 0.1...0.99 and θ from 1 by least squares of the one-step errors from the fourth year on, with "
      + "six years' weight on θ = 2",
    interval: "± z σ sqrt(1 + Σ c(j,h)²), c(j,h) what a shock of one in year j adds to the forecast for h",
    minimumObservations: 7,
    acceptsMissingYears: false,
    reference:
      "model: Fiorucci, Pellegrini, Louzada & Petropoulos (2016), International Journal of Forecasting 32, "
      + "1151-1161; the weight on θ = 2 is this package's")

  /// The model; it has no options.
  public init() {}

  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedTheta {
    try ThetaEstimation(form: .dynamicShrunken, model: Self.identifier)
      .fit(try completeValues(series), firstYear: series.firstYear)
  }
}

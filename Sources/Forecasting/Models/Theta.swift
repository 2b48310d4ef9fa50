public import Series

/// The theta method: simple exponential smoothing with half the slope of the time line as drift.
///
/// The mean of the line on time (θ = 0) and of the smoothed series with doubled curvature (θ = 2), in the form
/// that Hyndman & Billah showed to be the same.
///
/// Edge Cases: intervals are those of the smoothing, without what is uncertain in the drift, as in R's `thetaf`.
public struct Theta: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("theta"),
    title: "theta method: exponential smoothing with half the trend as drift",
    equation: "y(n+h) = l(n) + d (h - 1 + (1 - (1-α)^n)/α), d half the slope of the line on time",
    estimation: "α in 0.0001...0.9999 and l(0) by least squares of the one-step errors of simple exponential "
      + "smoothing, d by least squares on time",
    interval: "± z σ sqrt(1 + (h-1) α²), σ² the error variance of the smoothing",
    minimumObservations: 4,
    acceptsMissingYears: false,
    reference: "Assimakopoulos & Nikolopoulos (2000), International Journal of Forecasting 16, 521-530; "
      + "Hyndman & Billah (2003), International Journal of Forecasting 19, 287-290"
  )

  /// The model; it has no options.
  public init() {}

  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedThetaMethod {
    let values = try completeValues(series)
    let smoothing = try AdditiveSmoothing(trend: .none, model: Self.identifier)
      .fit(values, firstYear: series.firstYear)
    let origin = values[0]
    return FittedThetaMethod(smoothing: smoothing, drift: timeLine(values.map { $0 - origin }).slope / 2)
  }
}

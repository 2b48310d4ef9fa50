public import Series

/// A parabola in time by ordinary least squares: y(t) = a + b t + c t² + ε(t).
public struct QuadraticTrend: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("quadratic"),
    title: "parabola by least squares",
    equation: "y(t) = a + b t + c t² + ε(t), t = 1 in the first year",
    estimation: "a, b, c by ordinary least squares (QR); the variance of ε with n - 3 degrees of freedom",
    interval: "fitted value ± t(n - 3) s sqrt(1 + x'(X'X)⁻¹x): parameter uncertainty included",
    minimumObservations: 4,
    acceptsMissingYears: true,
    reference: "Montgomery, Peck & Vining, Introduction to Linear Regression Analysis, 5th ed., section 7.2")

  /// The model; it has no options.
  public init() {}

  /// Fits the parabola; years without a value are left out.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for fewer than four values or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedPolynomial {
    try requireObservations(series.observationCount)
    return try PolynomialTrend(degree: 2, model: Self.identifier).fit(series)
  }
}

public import Series

/// A straight line in time by ordinary least squares: y(t) = a + b t + ε(t).
public struct LinearTrend: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("linear"),
    title: "straight line by least squares",
    equation: "y(t) = a + b t + ε(t), t = 1 in the first year",
    estimation: "a, b by ordinary least squares (QR); the variance of ε with n - 2 degrees of freedom",
    interval: "a + b t ± t(n - 2) s sqrt(1 + x'(X'X)⁻¹x): parameter uncertainty included",
    minimumObservations: 3,
    acceptsMissingYears: true,
    reference: "Montgomery, Peck & Vining, Introduction to Linear Regression Analysis, 5th ed., section 2.5")

  /// The model; it has no options.
  public init() {}

  /// Fits the line; years without a value are left out.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for fewer than three values or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedPolynomial {
    try requireObservations(series.observationCount)
    return try PolynomialTrend(degree: 1, model: Self.identifier).fit(series)
  }
}

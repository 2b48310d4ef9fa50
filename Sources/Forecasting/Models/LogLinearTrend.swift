public import Series

/// Constant growth: a straight line through the logarithms, ln y(t) = a + b t + ε(t).
public struct LogLinearTrend: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("log-linear"),
    title: "constant growth: a line through the logarithms",
    equation: "ln y(t) = a + b t + ε(t), t = 1 in the first year; growth exp(b) - 1 a year",
    estimation: "a, b by ordinary least squares (QR) on ln y; positive values only",
    interval: "exp of the regression's t(n - 2) interval; median exp(fit), "
      + "mean exp(fit + s²(1 + x'(X'X)⁻¹x)/2)",
    minimumObservations: 3,
    acceptsMissingYears: true,
    reference:
      "Wooldridge, Introductory Econometrics, 5th ed., section 6.4 (predicting y when ln y is fitted)")

  /// The logarithm: forecasts come back through the exponential.
  public var naturalTransform: Transform { .log }

  /// The model; it has no options.
  public init() {}

  /// Fits the line; years without a value are left out.
  ///
  /// - Parameter series: logarithms, as ``TransformedModel`` makes them.
  /// - Returns: the fitted line.
  /// - Throws: ``FitError`` for fewer than three values or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedPolynomial {
    try requireObservations(series.observationCount)
    return try PolynomialTrend(degree: 1, model: Self.identifier).fit(series)
  }
}

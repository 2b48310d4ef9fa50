public import Series

/// The damped trend, ETS(A,Ad,N): a slope that fades as the horizon grows (Gardner & McKenzie 1985).
public struct DampedTrend: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("damped"),
    title: "damped trend, ETS(A,Ad,N)",
    equation: "y(t) = l(t-1) + φ b(t-1) + e(t), l(t) = l(t-1) + φ b(t-1) + α e(t), b(t) = φ b(t-1) + β e(t)",
    estimation: "α in 0.0001...0.9999, β in 0.0001...α and φ in 0.8...0.98 by maximum likelihood, l(0) and "
      + "b(0) by least squares given them",
    interval: "l + (φ + … + φ^h) b ± z σ sqrt(1 + Σ (α + β(φ + … + φ^j))²), j = 1...h-1",
    minimumObservations: 7,
    acceptsMissingYears: false,
    reference: "Gardner & McKenzie (1985), Management Science 31, 1237-1246; Hyndman et al. (2008), chapter 6"
  )

  /// The model; it has no options.
  public init() {}

  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedSmoothing {
    try AdditiveSmoothing(trend: .damped, model: Self.identifier)
      .fit(try completeValues(series), firstYear: series.firstYear)
  }
}

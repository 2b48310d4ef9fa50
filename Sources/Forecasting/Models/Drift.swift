public import Series

/// A random walk with drift: the line through the first and the last value goes on.
public struct Drift: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("drift"),
    title: "random walk with drift",
    equation: "y(t) = y(t-1) + d + ε(t)",
    estimation: "d by the mean of the n - 1 yearly changes, the variance of ε with n - 2 degrees of freedom",
    interval: "last value + h d ± z sqrt(h σ² + h² se(d)²), with se(d)² = σ²/(n - 1)",
    minimumObservations: 3,
    acceptsMissingYears: false,
    reference: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2")

  /// The model; it has no options.
  public init() {}

  /// Takes the mean and the spread of the changes.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap or fewer than three values.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedRandomWalk {
    let values = try completeValues(series)
    return try FittedRandomWalk(
      values: values, firstYear: series.firstYear, hasDrift: true, model: Self.identifier)
  }
}

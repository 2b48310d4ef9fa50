public import Series

/// The last value repeated: a random walk, y(t) = y(t-1) + ε(t).
public struct Naive: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("naive"),
    title: "last value repeated (random walk)",
    equation: "y(t) = y(t-1) + ε(t)",
    estimation: "nothing but the variance of ε: the mean square of the yearly changes",
    interval: "last value ± z σ sqrt(h)",
    minimumObservations: 2,
    acceptsMissingYears: false,
    reference: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2")

  /// The model; it has no options.
  public init() {}

  /// Takes the last value and the mean square of the changes.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap or a single value.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedRandomWalk {
    let values = try completeValues(series)
    return try FittedRandomWalk(
      values: values, firstYear: series.firstYear, hasDrift: false, model: Self.identifier)
  }
}

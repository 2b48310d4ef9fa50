public import Series

/// A way to extrapolate an annual series: a small value; equal specifications fit alike.
public protocol TrendModel: Sendable {
  /// What the fit gives.
  associatedtype Fitted: FittedTrend
  /// What a reader has to know of it.
  static var description: ModelDescription { get }
  /// The transform that is part of the model; ``TransformedModel`` applies it. Most have none.
  var naturalTransform: Transform { get }
  /// The model for values that a transform has moved, where zero is a number like any other. Most are the same.
  var onTransformedScale: any TrendModel { get }
  /// What tells it apart from others of its name, such as a given order: `2,1,0`. Most have none.
  var specification: String? { get }
  /// Estimates the model.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError``; never a fit that contains NaN.
  func fit(_ series: AnnualSeries) throws(FitError) -> Fitted
}

/// A fitted model: what was found, and what it expects.
public protocol FittedTrend: Sendable {
  /// Estimates, residuals and likelihood.
  var summary: FitSummary { get }
  /// The predictive distributions of the years after the last one.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: one marginal distribution a year.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution
  /// What was done to this series, in plain sentences; empty where the model's description says it all.
  ///
  /// - Parameter scope: what is asked of the forecast.
  /// - Returns: sentences that hold for it.
  func explanation(_ scope: ForecastScope) -> [String]
  /// The form or order that was chosen or given, in one plain sentence; `nil` where the model has only one.
  var choice: String? { get }
  /// The numbers that name the form or order, such as p, d and q; empty where the model has only one.
  var structure: [(name: String, value: Int)] { get }
}

extension FittedTrend {
  /// Nothing beyond the model's description.
  ///
  /// - Parameter scope: what is asked of the forecast.
  /// - Returns: no sentence.
  public func explanation(_ scope: ForecastScope) -> [String] { [] }

  /// The model has one form only.
  public var choice: String? { nil }

  /// The model has one form only.
  public var structure: [(name: String, value: Int)] { [] }
}

extension TrendModel {
  /// No transform.
  public var naturalTransform: Transform { .none }

  /// The model itself.
  public var onTransformedScale: any TrendModel { self }

  /// Nothing tells it apart.
  public var specification: String? { nil }

  /// The model's name.
  public static var identifier: ModelIdentifier { description.identifier }

  /// The values of a series that has to be without gaps.
  ///
  /// - Parameter series: the series to be fitted.
  /// - Returns: its values.
  /// - Throws: ``FitError`` when a year is missing or there are too few values.
  func completeValues(_ series: AnnualSeries) throws(FitError) -> [Double] {
    guard let values = series.complete else {
      throw .missingYears(model: Self.identifier, years: series.missingYears)
    }
    try requireObservations(values.count)
    return values
  }

  /// Refuses a series that is too short.
  ///
  /// - Parameter found: the number of values.
  /// - Throws: ``FitError/tooFewObservations(model:needed:found:)``.
  func requireObservations(_ found: Int) throws(FitError) {
    let needed = Self.description.minimumObservations
    guard found >= needed else {
      throw .tooFewObservations(model: Self.identifier, needed: needed, found: found)
    }
  }
}

public import Series

/// A model on a transformed scale: what `--model M --transform T` names.
public struct TransformedModel: Sendable {
  /// The model.
  public let model: any TrendModel
  /// The transform of the values before the fit.
  public let transform: Transform

  /// A model with a transform.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - transform: the transform of the values before the fit; by default the one that is part of the model.
  public init(_ model: any TrendModel, transform: Transform? = nil) {
    self.model = model
    self.transform = transform ?? model.naturalTransform
  }

  /// The model's name.
  public var identifier: ModelIdentifier { type(of: model).identifier }

  /// The name in tables: `drift`, or `drift(log)` with a transform that is not the model's own.
  public var label: String {
    transform == model.naturalTransform ? identifier.name : "\(identifier)(\(transform))"
  }

  /// The label with what tells models of one name apart: `arima(2,1,0)`.
  var fullLabel: String {
    guard let specification = model.specification else { return label }
    let suffix = transform == model.naturalTransform ? "" : "(\(transform))"
    return "\(identifier)(\(specification))\(suffix)"
  }

  /// Transforms the series and estimates the model.
  ///
  /// - Parameter series: on its own scale.
  /// - Returns: the fit, whose forecasts are on the scale of the series again.
  /// - Throws: ``FitError``, also when a value lies outside the domain of the transform.
  public func fit(_ series: AnnualSeries) throws(FitError) -> TransformedFit {
    for (year, value) in series.observations where transform.forward(value) == nil {
      throw .outsideTransform(transform: transform, year: year, value: value)
    }
    let scaled: AnnualSeries
    do {
      scaled = try series.mapValues { _, value in transform.forward(value) }
    } catch {
      throw .overflow(model: identifier)
    }
    let fitted = try (transform == .none ? model : model.onTransformedScale).fit(scaled)
    if Self.isTiny(scaled) { try requireWidth(fitted) }
    return TransformedFit(
      description: type(of: model).description, label: label, fitted: fitted, transform: transform,
      series: series)
  }

  /// Values whose differences may vanish when they are squared.
  private static let tiny = 1e-140
  /// The least deviation whose square keeps its digits.
  private static let leastDeviation = 1e-150

  private static func isTiny(_ series: AnnualSeries) -> Bool {
    var (least, largest) = (Double.infinity, -Double.infinity)
    for case let value? in series.values { (least, largest) = (min(least, value), max(largest, value)) }
    return largest > least && max(largest.magnitude, least.magnitude) < tiny
  }

  /// Refuses a fit of values that move and yet leave the forecast certain: the errors were lost, not absent.
  private func requireWidth(_ fitted: any FittedTrend) throws(FitError) {
    guard let year = try? Horizon(1), let step = try fitted.predict(year).steps.first else { return }
    guard step.transform == .none, step.shape.locationAndScale.scale < Self.leastDeviation else { return }
    throw .underflow(model: identifier)
  }
}

/// A fitted model with the transform under which it was fitted.
public struct TransformedFit: Sendable {
  /// What a reader has to know of the model.
  public let description: ModelDescription
  /// The name in tables, with the transform.
  public let label: String
  /// The fit on the scale of the model.
  public let fitted: any FittedTrend
  /// The transform that led to that scale.
  public let transform: Transform
  /// The series on its own scale.
  public let series: AnnualSeries

  /// The model's name.
  public var identifier: ModelIdentifier { description.identifier }

  /// Estimates and residuals on the scale of the model; the likelihood is that of the values themselves (the
  /// Jacobian of the transform is added), so that it compares across transforms.
  public var summary: FitSummary {
    var summary = fitted.summary
    if let logLikelihood = summary.logLikelihood, transform != .none {
      let moved = series.observations.suffix(summary.observations)
        .reduce(logLikelihood) { $0 + logOf(transform.derivative($1.value)) }
      // A derivative beyond the range of numbers leaves no likelihood to compare.
      summary.logLikelihood = moved.isFinite ? moved : nil
    }
    return summary
  }

  /// The one-step residuals on the scale of the series: what happened less what was expected, in its unit.
  public var residualsOnSeries: [(year: Int, value: Double)] {
    fitted.summary.residuals.compactMap { year, residual in
      guard let actual = series[year], let scaled = transform.forward(actual) else { return nil }
      return (year, actual - transform.inverse(scaled - residual))
    }
  }

  /// The largest size of the values that were fitted, on the scale of the model: the measure of what is rounding there.
  ///
  /// Under a transform at least one, for a logarithm near zero is as rough as the value was.
  public var level: Double {
    series.observations.reduce(transform == .none ? 0 : 1) { largest, observation in
      max(largest, transform.forward(observation.value)?.magnitude ?? 0)
    }
  }

  /// The predictive distributions on the scale of the series.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: one marginal distribution a year, kept within the bounds of the series.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    try fitted.predict(horizon).on(transform, bounds: series.bounds, model: identifier)
  }
}

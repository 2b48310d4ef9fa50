internal import Series

/// What a fitted model expects of each of the years after the origin.
///
/// Everything downstream reads this and never a pair of bounds: intervals at any level, quantiles, scores.
public struct PredictiveDistribution: Sendable, Equatable {
  /// The marginal distributions, `steps[h - 1]` for horizon h.
  public let steps: [Marginal]

  /// A distribution from shapes on the scale of the model.
  ///
  /// - Parameters:
  ///   - shapes: one a year.
  ///   - model: the model that made them, for the error.
  /// - Throws: ``FitError/forecastOverflow(model:yearsAhead:)`` when a number is not finite.
  init(_ shapes: [Marginal.Shape], model: ModelIdentifier) throws(FitError) {
    try self.init(shapes.map { Marginal($0) }, model: model)
  }

  /// A distribution from marginals, which may bring their own transform.
  ///
  /// - Parameters:
  ///   - marginals: one a year.
  ///   - model: the model that made them, for the error.
  /// - Throws: ``FitError/forecastOverflow(model:yearsAhead:)`` when a number is not finite.
  init(_ marginals: [Marginal], model: ModelIdentifier) throws(FitError) {
    steps = marginals
    if let step = steps.firstIndex(where: { !$0.isFinite }) {
      throw .forecastOverflow(model: model, yearsAhead: step + 1)
    }
  }

  private init(steps: [Marginal]) { self.steps = steps }

  /// Whether every year is certain: the record left no error to measure.
  public var isCertain: Bool { steps.allSatisfy { $0.shape.isCertain } }

  /// The same expectations on the scale of the series.
  ///
  /// - Parameters:
  ///   - transform: the transform under which the model was fitted.
  ///   - bounds: what the quantity can be.
  ///   - model: the model, for the error.
  /// - Returns: the distribution on the scale of the series.
  /// - Throws: ``FitError/forecastOverflow(model:yearsAhead:)`` when a mean or median is not finite there.
  func on(_ transform: Transform, bounds: Bounds, model: ModelIdentifier) throws(FitError)
    -> PredictiveDistribution
  {
    var moved: [Marginal] = []
    for (index, step) in steps.enumerated() {
      do {
        moved.append(try step.on(transform, bounds: bounds))
      } catch {
        throw .forecastOverflow(model: model, yearsAhead: index + 1)
      }
    }
    if let step = moved.firstIndex(where: { !($0.mean.isFinite && $0.median.isFinite) }) {
      throw .forecastOverflow(model: model, yearsAhead: step + 1)
    }
    return PredictiveDistribution(steps: moved)
  }
}

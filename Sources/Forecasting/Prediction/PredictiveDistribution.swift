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
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  init(_ shapes: [Marginal.Shape], model: ModelIdentifier) throws(FitError) {
    try self.init(shapes.map { Marginal($0) }, model: model)
  }

  /// A distribution from marginals, which may bring their own transform.
  ///
  /// - Parameters:
  ///   - marginals: one a year.
  ///   - model: the model that made them, for the error.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  init(_ marginals: [Marginal], model: ModelIdentifier) throws(FitError) {
    steps = marginals
    guard steps.allSatisfy(\.isFinite) else { throw .overflow(model: model) }
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
  /// - Throws: ``FitError/overflow(model:)`` when a mean or median is not finite there.
  func on(_ transform: Transform, bounds: Bounds, model: ModelIdentifier) throws(FitError)
    -> PredictiveDistribution
  {
    var moved: [Marginal] = []
    for step in steps {
      do {
        moved.append(try step.on(transform, bounds: bounds))
      } catch {
        throw .overflow(model: model)
      }
    }
    guard moved.allSatisfy({ $0.mean.isFinite && $0.median.isFinite }) else {
      throw .overflow(model: model)
    }
    return PredictiveDistribution(steps: moved)
  }
}

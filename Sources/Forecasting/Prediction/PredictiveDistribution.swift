public import Probability
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
    steps = shapes.map { Marginal($0) }
    guard steps.allSatisfy(\.isFinite) else { throw .overflow(model: model) }
  }

  private init(steps: [Marginal]) { self.steps = steps }

  /// The central interval of a year.
  ///
  /// - Parameters:
  ///   - level: its level.
  ///   - horizon: the year, from 1.
  /// - Returns: its ends; half of what the level leaves lies on either side.
  /// - Throws: `ProbabilityError.notRepresentable` where an end exceeds the largest number, as far out in the tail
  ///   of a logarithm.
  public func interval(_ level: Level, horizon: Int) throws(ProbabilityError) -> (
    lower: Double, upper: Double
  ) {
    let step = steps[horizon - 1]
    return (try step.quantile(level.lowerTail), try step.quantile(level.upperTail))
  }

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
    let moved = steps.map { $0.on(transform, bounds: bounds) }
    guard moved.allSatisfy({ $0.mean.isFinite && $0.median.isFinite }) else {
      throw .overflow(model: model)
    }
    return PredictiveDistribution(steps: moved)
  }
}

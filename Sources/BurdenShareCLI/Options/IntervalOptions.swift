public import ArgumentParser
public import Forecasting

extension Auto.Intervals: ExpressibleByArgument {}

/// Which kind of intervals models give.
struct IntervalOptions: ParsableArguments {
  @Option(
    help:
      "Intervals: native (the textbook's, which every model has) or calibrated (auto, piecewise, and combinations of nothing else). Default: calibrated for these two, native for the others."
  )
  var intervals: Auto.Intervals?

  /// The models with the kind of intervals asked for.
  ///
  /// - Parameter models: those named.
  /// - Returns: the same models in the same order.
  /// - Throws: ``IntervalError`` for a kind that one of them does not have.
  func applied(to models: [TransformedModel]) throws -> [TransformedModel] {
    guard let intervals else { return models }
    return try models.map { try $0.with(intervals) }
  }
}

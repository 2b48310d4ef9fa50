public import ArgumentParser
public import Forecasting

extension Auto.Intervals: ExpressibleByArgument {}

extension TransformedModel {
  /// The model with the kind of intervals asked for.
  ///
  /// - Parameter intervals: the kind, or `nil` for the model's standard.
  /// - Returns: the model; a combination asks its members.
  /// - Throws: ``CommandFailure`` for calibrated intervals of a model that has none.
  func with(_ intervals: Auto.Intervals?) throws -> TransformedModel {
    guard let intervals else { return self }
    switch model {
    case is Auto: return TransformedModel(Auto(intervals: intervals), transform: transform)
    case let combination as Combination:
      let members = try combination.members.map { try $0.with(intervals) }
      return TransformedModel(try Combination(members, rule: combination.rule), transform: transform)
    default:
      guard intervals == .native else {
        throw CommandFailure(
          .usage, "model '\(label)' has native intervals only",
          hint: "leave --intervals out, or use --model auto")
      }
      return self
    }
  }
}

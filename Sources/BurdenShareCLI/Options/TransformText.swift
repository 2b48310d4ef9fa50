import Forecasting
import Series

/// Transforms as options write them.
enum TransformText {
  /// The transform of a text.
  ///
  /// - Parameter text: none, log, logit or box-cox:LAMBDA.
  /// - Returns: the transform.
  /// - Throws: ``CommandFailure`` for anything else.
  static func parse(_ text: String) throws -> Transform {
    switch text {
    case "none": return .none
    case "log": return .log
    case "logit": return .logit
    default:
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == "box-cox", let lambda = NumberOption.parse(parts[1]),
        (-5...5).contains(lambda)
      {
        return .boxCox(lambda: lambda)
      }
      throw CommandFailure(
        .usage, "unknown transform '\(text)'",
        hint: "none, log, logit, or box-cox:LAMBDA with LAMBDA from -5 to 5")
    }
  }
}

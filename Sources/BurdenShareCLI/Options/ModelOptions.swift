import ArgumentParser
import Forecasting
import Series

/// Which models are fitted, and on which scale.
struct ModelOptions: ParsableArguments {
  @Option(
    name: [.short, .long], parsing: .singleValue,
    help: ArgumentHelp(
      "A model by name; may be repeated. Default: \(ModelOptions.standard). 'burdenshare models' lists them.",
      valueName: "name"))
  var model: [String] = []

  @Option(
    help: ArgumentHelp(
      "Fit on another scale: none, log, logit (for percentages), or box-cox:LAMBDA such as box-cox:0.5. "
        + "Default: the model's own.",
      valueName: "name"))
  var transform: String?

  /// The model that is used when none is named.
  static let standard = DampedTrend.identifier.name

  /// The models with their transform, in the order given.
  ///
  /// - Returns: at least one model.
  /// - Throws: ``CommandFailure`` for an unknown model or transform.
  func models() throws -> [TransformedModel] {
    let transform = try parsedTransform()
    var models: [TransformedModel] = []
    for name in model.isEmpty ? [Self.standard] : model {
      let found = try ModelCatalog.model(named: name)
      guard transform == nil || found.naturalTransform == .none else {
        throw CommandFailure(.usage, "model '\(name)' is fitted on its own scale and takes no --transform")
      }
      if !models.contains(where: { $0.identifier.name == name }) {
        models.append(TransformedModel(found, transform: transform))
      }
    }
    return models
  }

  private func parsedTransform() throws -> Transform? {
    guard let transform else { return nil }
    switch transform {
    case "none": return Transform.none
    case "log": return .log
    case "logit": return .logit
    default:
      let parts = transform.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == "box-cox", let lambda = Double(parts[1]), (-5...5).contains(lambda) {
        return .boxCox(lambda: lambda)
      }
      throw CommandFailure(
        .usage, "unknown transform '\(transform)'",
        hint: "none, log, logit, or box-cox:LAMBDA with LAMBDA from -5 to 5")
    }
  }
}

extension TransformedModel {
  /// The model's name in tables: `drift`, or `drift(log)` with a transform.
  var label: String {
    transform == model.naturalTransform ? identifier.name : "\(identifier)(\(transform))"
  }
}

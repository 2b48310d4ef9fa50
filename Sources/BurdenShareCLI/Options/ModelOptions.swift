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

  @Option(
    help: ArgumentHelp(
      "The members of --model combination, joined by commas; each may carry a transform, such as drift:log.",
      valueName: "names"))
  var members: String?

  @Option(help: "How members become one: mean, median, inverse-error, or weights (with --weights).")
  var combine: CombinationName?

  @Option(
    help: ArgumentHelp("A weight for each member, joined by commas, zero or above.", valueName: "numbers"))
  var weights: String?

  /// The model that is used when none is named.
  static let standard = DampedTrend.identifier.name

  /// Checks that the options of a combination come with one.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    if members ?? weights != nil || combine != nil, !model.contains(Combination.identifier.name) {
      throw ValidationError("--members, --combine and --weights go with --model combination")
    }
    if (combine == .weights) != (weights != nil) {
      throw ValidationError("--combine weights and --weights go together")
    }
  }

  /// The models with their transform, in the order given.
  ///
  /// - Returns: at least one model.
  /// - Throws: ``CommandFailure`` for an unknown model or transform.
  func models() throws -> [TransformedModel] {
    let transform = try transform.map { try TransformText.parse($0) }
    var models: [TransformedModel] = []
    for name in model.isEmpty ? [Self.standard] : model {
      let found = try name == Combination.identifier.name ? combination() : ModelCatalog.model(named: name)
      guard transform == nil || found.naturalTransform == .none else {
        throw CommandFailure(.usage, "model '\(name)' is fitted on its own scale and takes no --transform")
      }
      if !models.contains(where: { $0.identifier.name == name }) {
        models.append(TransformedModel(found, transform: transform))
      }
    }
    return models
  }

  private func combination() throws -> Combination {
    let rule: CombinationRule
    switch combine ?? .mean {
    case .mean: rule = .mean
    case .median: rule = .median
    case .inverseError: rule = .inverseError
    case .weights: rule = .weights(try weightNumbers())
    }
    guard let members else { return try Combination(Combination.standard.members, rule: rule) }
    var named: [TransformedModel] = []
    for text in members.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let member = try ModelCatalog.model(named: String(parts[0]))
      guard type(of: member).identifier != Combination.identifier else {
        throw CommandFailure(.usage, "a combination cannot be a member of a combination")
      }
      named.append(
        TransformedModel(
          member, transform: parts.count == 2 ? try TransformText.parse(String(parts[1])) : nil))
    }
    return try Combination(named, rule: rule)
  }

  private func weightNumbers() throws -> [Double] {
    try (weights ?? "").split(separator: ",", omittingEmptySubsequences: false).map { text in
      guard let weight = Double(text) else {
        throw CommandFailure(.usage, "--weights '\(text)' is not a number")
      }
      return weight
    }
  }
}

/// The rules of a combination by name.
enum CombinationName: String, ExpressibleByArgument, CaseIterable {
  case mean
  case median
  case inverseError = "inverse-error"
  case weights
}

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
      if parts.count == 2, parts[0] == "box-cox", let lambda = Double(parts[1]), (-5...5).contains(lambda) {
        return .boxCox(lambda: lambda)
      }
      throw CommandFailure(
        .usage, "unknown transform '\(text)'",
        hint: "none, log, logit, or box-cox:LAMBDA with LAMBDA from -5 to 5")
    }
  }
}

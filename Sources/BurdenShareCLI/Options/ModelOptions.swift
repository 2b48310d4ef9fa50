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
    parsing: .unconditional,
    help: ArgumentHelp(
      "The order of --model arima as p,d,q, with ',c' for a constant (mean, or drift at d = 1), such as 1,1,1,c. "
        + "Default: chosen.", valueName: "order"))
  var order: String?

  @Flag(help: "Let --model arima try every order instead of stepping through them.")
  var fullSearch = false

  @Option(
    help: ArgumentHelp(
      "The members of --model combination, joined by commas; each may carry a transform, such as drift:log.",
      valueName: "names"))
  var members: String?

  @Option(help: "How members become one: mean, median, inverse-error, or weights (with --weights).")
  var combine: CombinationName?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A weight for each member, joined by commas, zero or above.", valueName: "numbers"))
  var weights: String?

  /// The model that is used when none is named.
  static let standard = Auto.identifier.name

  /// Checks that the options of a model come with it.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    if order != nil || fullSearch, !model.contains(AutoArima.identifier.name),
      !model.contains(Regression.identifier.name)
    {
      throw ValidationError("--order and --full-search go with --model arima")
    }
    if order != nil, fullSearch { throw ValidationError("give --order or --full-search, not both") }
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
      let found = try model(named: name)
      guard transform == nil || found.naturalTransform == .none else {
        throw CommandFailure(.usage, "model '\(name)' is fitted on its own scale and takes no --transform")
      }
      if !models.contains(where: { $0.identifier.name == name }) {
        models.append(TransformedModel(found, transform: transform))
      }
    }
    return models
  }

  /// The model of a name, with the options that are its own.
  private func model(named name: String) throws -> any TrendModel {
    switch name {
    case Combination.identifier.name: return try combination()
    case AutoArima.identifier.name:
      if let order { return Arima(try parsedOrder(order)) }
      return AutoArima(search: fullSearch ? .full : .stepwise)
    case Regression.identifier.name:
      if let order { return Regression([], errors: .order(try parsedOrder(order))) }
      return Regression([], errors: .chosen(fullSearch ? .full : .stepwise))
    default: return try ModelCatalog.model(named: name)
    }
  }

  private func parsedOrder(_ text: String) throws -> ArimaOrder {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3 || (parts.count == 4 && parts[3] == "c") else {
      throw CommandFailure(
        .usage, "--order '\(text)' is not p,d,q or p,d,q,c", hint: "such as 0,1,1 or 1,1,1,c")
    }
    return try ArimaOrder(
      autoregressive: numbers[0], differences: numbers[1], movingAverage: numbers[2],
      hasConstant: parts.count == 4)
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
      guard let weight = NumberOption.parse(text) else {
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

/// Numbers as options write them.
enum NumberOption {
  /// The number of a text.
  ///
  /// - Parameter text: a decimal numeral.
  /// - Returns: the number, or `nil` for words, hexadecimal, and what is not finite.
  static func parse(_ text: Substring) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }
}

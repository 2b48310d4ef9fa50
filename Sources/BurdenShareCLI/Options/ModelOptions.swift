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
      "The members of --model combination, joined by commas; each may carry a transform of its own where --transform is "
        + "not given (drift:log), and arima its order (arima(2,1,0) or arima(0,1,1,c):log).",
      valueName: "names"))
  var members: String?

  @Option(help: "How members become one: mean, median, inverse-error, or weights (with --weights).")
  var combine: CombinationName?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A weight for each member, joined by commas, zero or above.", valueName: "numbers"))
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "The breaks of --model piecewise: the first year of each new regime, joined by commas, each with a reason after a "
        + "colon if you like, such as '1991:base pay,2008'. Default: searched for.", valueName: "years"))
  var breaks: String?

  @Option(
    help: ArgumentHelp(
      "The breaks of --model piecewise from a YAML file, each with its reason, by series: "
        + "'breaks: {japan-hns: [{year: 1991, reason: base pay}]}', or a list for every series; - for standard input.",
      valueName: "file"))
  var breaksFile: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many breaks --model piecewise searches for: bic, sup-f (sequential tests), or a number up to \(BreakCount.most). "
        + "Default: bic.", valueName: "rule"))
  var breakCount: String?

  @Flag(help: "Let the lines of --model piecewise meet at the breaks.")
  var joined = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The fewest values of a regime of --model piecewise. Default: 5 or 15 %, whichever is more; 3 with --breaks.",
      valueName: "count"))
  var leastRegime: Int?

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
    if asksForBreaks, !model.isEmpty, !model.contains(Piecewise.identifier.name) {
      throw ValidationError(Self.breaksAlone)
    }
    if breaks ?? breaksFile != nil, breakCount != nil {
      throw ValidationError("give --breaks or --break-count, not both")
    }
    if breaks != nil, breaksFile != nil {
      throw ValidationError("give --breaks or --breaks-file, not both")
    }
    if (combine == .weights) != (weights != nil) {
      throw ValidationError("--combine weights and --weights go together")
    }
  }

  /// Whether an option is given that only breaks have.
  private var asksForBreaks: Bool {
    breaks ?? breaksFile ?? breakCount != nil || joined || leastRegime != nil
  }

  private static let breaksAlone =
    "--breaks, --breaks-file, --break-count, --joined and --least-regime go with --model piecewise"

  /// The models with their transform, in the order given.
  ///
  /// - Returns: at least one model.
  /// - Throws: ``CommandFailure`` for an unknown model or transform.
  func models() throws -> [TransformedModel] {
    // A command may have named the model that its table is about, so that only now it is known to be another.
    if asksForBreaks, model.isEmpty { throw CommandFailure(.usage, Self.breaksAlone) }
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
      if let order { return Arima(try OrderText.parse(order[...], in: "--order")) }
      return AutoArima(search: fullSearch ? .full : .stepwise)
    case Piecewise.identifier.name:
      return try Piecewise(
        try BreakText.dates(breaks: breaks, file: breaksFile, count: breakCount), isJoined: joined,
        least: leastRegime)
    case Regression.identifier.name:
      if let order { return Regression([], errors: .order(try OrderText.parse(order[...], in: "--order"))) }
      return Regression([], errors: .chosen(fullSearch ? .full : .stepwise))
    default: return try ModelCatalog.model(named: name)
    }
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
    let isTransformed = transform.map { $0 != "none" } ?? false
    for text in MemberText.split(members) {
      named.append(try MemberText(text).model(isTransformed: isTransformed))
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

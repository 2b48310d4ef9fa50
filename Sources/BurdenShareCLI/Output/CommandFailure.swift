import Checks
import Datasets
import Forecasting
import LinearAlgebra
import Negotiation
import Probability
import Reporting
import Series
import Strategy

/// The exit statuses, those of sysexits(3) where one fits.
enum ExitStatus: Int32 {
  case done = 0
  /// A check found a regression.
  case regression = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case ourFault = 70
  case cannotCreate = 73
  case inputOutput = 74
}

/// Why a command ends without success: one line, perhaps a hint, and the status.
struct CommandFailure: Error {
  let status: ExitStatus
  let message: String
  var hint: String?

  init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
    self.status = status
    self.message = message
    self.hint = hint
  }

  /// The failure that an error of a module below means to a user.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as DataError: self.init(error)
    case let error as CheckError: self.init(error)
    case let error as OptionError: self.init(.usage, error.description)
    case let error as ArimaOrderError: self.init(.usage, error.description)
    case let error as BreakError: self.init(.usage, error.description)
    case let error as CombinationError: self.init(.usage, error.description)
    case let error as IntervalError:
      self.init(.usage, error.description, hint: "leave --intervals out, or use --model auto or piecewise")
    case let error as CatalogError:
      self.init(.usage, error.description, hint: "'burdenshare models' lists them all")
    case let error as HierarchyError: self.init(.badData, error.description, hint: error.hint)
    case let error as FitError: self.init(.badData, error.description, hint: error.hint)
    case let error as ProbabilityError: self.init(.badData, error.description)
    case SeriesError.notADate: self.init(.usage, "\(error)")
    case let error as ProjectionError: self.init(error)
    case NegotiationError.unknownRound(let name, let nearest):
      self.init(
        .noInput, NegotiationError.unknownRound(name, nearest: nearest).description,
        hint: "'burdenshare data rounds' lists them all")
    case let error as NegotiationError: self.init(.badData, error.description)
    case let error as SeriesError: self.init(.badData, error.description)
    case let error as StrategyError: self.init(.badData, error.description)
    case let error as ChartError: self.init(.usage, error.description)
    case let error as DiagnosticError: self.init(.badData, error.description)
    case let error as AssumptionError: self.init(.usage, error.description)
    case let error as ScenarioError: self.init(.badData, error.description)
    default: self.init(.ourFault, "unexpected failure: \(error)")
    }
  }

  private init(_ error: CheckError) {
    switch error {
    case .noBaselines, .missingBaseline:
      self.init(
        .noInput, error.description,
        hint: "the same command with --update records baselines; look at the difference")
    case .unreadable: self.init(.noInput, error.description)
    case .truncated, .edited:
      self.init(
        .badData, error.description,
        hint:
          "restore it from version control, or record anew: --update for baselines, the command for a table")
    case .badManifest:
      self.init(
        .badData, error.description,
        hint:
          "restore it from version control, or record anew: --update for baselines, the command for a table")
    case .otherForm:
      self.init(
        .badData, error.description,
        hint: "use that version, or record anew: --update for baselines, the command for a table")
    case .badTolerance: self.init(.badData, error.description)
    case .busy: self.init(.inputOutput, error.description, hint: "wait until it has ended")
    case .notWritable:
      self.init(
        .cannotCreate, error.description,
        hint: "remove what is in the way, or make it writable; then run it again")
    }
  }

  private init(_ error: ProjectionError) {
    switch error {
    case .assumption(let error): self.init(error as any Error)
    case .scenario(let error): self.init(error as any Error)
    case .needsNumber, .needsCutNormal, .noGrowthSince: self.init(.usage, error.description)
    default: self.init(.badData, error.description)
    }
  }

  private init(_ error: DataError) {
    if error.place?.isOption == true {
      self.init(.usage, error.description)
      return
    }
    switch error {
    case .unknownGame(let name, _, _):
      self.init(.noInput, error.description, hint: "a file of that name is given as ./\(name)")
    case .noSuchFile, .unreadable, .noPackage, .unknownSeries, .unknownScenario,
      .unknownActors, .unknownBargain:
      self.init(.noInput, error.description)
    case .readFailed: self.init(.inputOutput, error.description)
    case .busyLedger:
      self.init(.inputOutput, error.description, hint: "run it again when the other has ended")
    case .series(.noValues):
      self.init(.badData, error.description, hint: "--as-of, --exclude-status, --from or --to may leave none")
    default: self.init(.badData, error.description)
    }
  }
}

extension FitError {
  /// What the user can do about it.
  var hint: String? {
    switch self {
    case .missingYears:
      "use --gaps interpolate, a later --from, or a model that estimates through gaps: "
        + ModelCatalog.standard.map { type(of: $0).description }.filter(\.acceptsMissingYears)
        .map(\.identifier.name).joined(separator: ", ")
    case .tooFewObservations(let model, _, let found): Self.modestModels(found, besides: model)
    case .underflow: "give the values in a smaller unit, so that they are larger numbers"
    case .forecastOverflow(_, let years):
      years == 1
        ? "another model, or --transform none, may not grow so fast"
        : "ask for fewer years: --horizon \(years - 1) or less"
    case .outsideTransform(.log, _, _), .outsideTransform(.boxCox, _, _):
      "this transform needs positive values; use --transform none"
    case .breaks(_, let error): error.cause.hint
    case .drivers(let error): error.hint
    case .outsideTransform: "this transform needs percentages strictly between 0 and 100"
    default: nil
    }
  }

  /// Which models do with so few values, or that none does.
  private static func modestModels(_ found: Int, besides model: ModelIdentifier) -> String {
    let enough = ModelCatalog.standard.map { type(of: $0).description }
      .filter { $0.minimumObservations <= found && $0.identifier != model }
      .sorted { $0.minimumObservations < $1.minimumObservations }.prefix(3)
    guard !enough.isEmpty else { return "no model does with so few values; leave the series out" }
    return "models that need fewer values: "
      + enough.map { "\($0.identifier) (\($0.minimumObservations))" }.joined(separator: ", ")
  }
}

extension BreakError {
  /// What the user can do about it.
  fileprivate var hint: String? {
    switch self {
    case .tooClose: "with --breaks, a regime needs --least-regime values, \(Piecewise.fewest) by default"
    case .tooMany: "ask for fewer with --break-count, or for shorter regimes with --least-regime"
    default: nil
    }
  }
}

extension DriverError {
  /// What the user can do about it.
  var hint: String? {
    switch self {
    case .none(let model):
      model == VectorAutoregression.identifier
        ? "name them with --with" : "name them with --driver"
    case .noCommonYears: "choose drivers whose records overlap with the series, up to its last year"
    case .tooMany: "leave drivers out, or begin the record earlier"
    case .endsEarly:
      "let --driver-model auto forecast them, or give them with --given NAME=VALUES@PERIODS (not in a backtest)"
    case .gap: "give them with --given NAME=VALUES@PERIODS, or in the driver's file"
    case .companionGap: "use --gaps interpolate, or leave it out of --with"
    case .companionEndsEarly: "leave it out, or end the record of the series earlier with --to"
    case .constant: "leave it out, or use years in which it changes (--from, --to)"
    case .straight: "leave it out, or give an --order without the constant"
    case .collinear, .identity: "leave one of them out"
    case .exact: "leave out what the series is made of"
    case .twice: "name each once"
    case .itself: "leave it out of --with"
    case .tooManyNumbers: "lower --draws or --horizon"
    case .calendarsDiffer:
      "say how they meet: --calendar-rule start-year, or use a series on the same calendar"
    case .pathOfKnownYear(_, _, let last): "begin the path after \(last)"
    case .tooFewCommonYears: "choose companions with longer records, or begin the record earlier"
    case .line:
      "leave it out, or take its logarithm: log: before a companion's name, --transform log for the series (of a logarithm, level: and none)"
    case .inseparable: "leave one of them out, or use other years (--from, --to)"
    case .straightSeries:
      "use years in which it does not (--from, --to), or a model of the series alone, such as drift"
    case .unchanging:
      "use years in which it changes (--from, --to), or a model of the series alone, such as naive"
    case .notPositive: "leave out log:"
    case .forecastNotPositive:
      "leave out log:, give its values with --given, or forecast it by a model of positive values: --driver-model log-linear"
    case .contradiction: "leave one of them out"
    case .pathTooFar: "give values nearer to those recorded"
    case .conditionOutside: "change its periods, or --horizon"
    case .forecast, .overflow: nil
    }
  }
}

extension HierarchyError {
  /// What the user can do about it.
  var hint: String? {
    switch self {
    case .noParts: "name a parent of the grouping, or give another with --grouping"
    case .loop: "a part cannot contain what it is a part of; take one of these rows out of the grouping"
    case .countedTwice:
      "list every part once below each sum; keep a second way of grouping in a sum of its own"
    case .tooManyNodes: "group the smallest parts together first"
    case .doesNotAddUp:
      "add the part that is missing to the grouping, or leave the year out with --from or --to"
    case .unlike: "only series in one unit and on one calendar add up"
    case .fit(_, .missingYears):
      "fill its gaps with --gaps interpolate, or use a model that estimates through them"
    case .endsTooEarly: "lower --horizon, or leave it out of the grouping"
    case .noForecast, .fit:
      "leave it out of the grouping, group it with another, or use a model that needs fewer values"
    case .singular: "use --reconcile wls"
    }
  }
}

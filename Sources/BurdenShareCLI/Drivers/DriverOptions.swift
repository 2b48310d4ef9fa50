public import ArgumentParser
import Datasets
import Forecasting
public import Series

extension CalendarRule: ExpressibleByArgument {}

/// Which other series stand beside the one that is forecast, and what is assumed of their future.
struct DriverOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A driver of --model regression; may be repeated: a series of the package or of --driver-file, with log: before it "
        + "for its logarithm and a lag or lead behind it (japan-gdp@-1), or a dated shape: step@2008, ramp@1991, "
        + "pulse@2011, period@1991..1995.", valueName: "name"))
  var driver: [String] = []

  @Option(
    help: ArgumentHelp(
      "A CSV file of drivers, past and future, in the columns of --input; its names go before the package's. A file has no "
        + "dates: in a backtest and under --as-of a year's value counts from the end of that year on.",
      valueName: "file"))
  var driverFile: String?

  @Option(
    help: ArgumentHelp(
      "The model that forecasts drivers beyond what is known or given. Default: none, and such a driver is refused.",
      valueName: "model"))
  var driverModel: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A path that is assumed: NAME=VALUES@PERIODS, such as japan-defense-ratio=2%@FY2027.. or "
        + "japan-gdp=growth:2.5%@FY2026..; may be repeated.", valueName: "path"))
  var given: [String] = []

  @Option(
    help: ArgumentHelp(
      "How series on different calendars meet: start-year (year N beside FYN) or months-weighted. Default: the package's "
        + "own rule where it has one, else they are refused.", valueName: "rule"))
  var calendarRule: CalendarRule?

  @Option(
    help: ArgumentHelp(
      "The companions of --model bvar, joined by commas: series of the package or of --driver-file; log: or level: before a "
        + "name sets its scale. Default: logarithms of what is positive in every year, levels of the rest and of the package's percentages.",
      valueName: "names"))
  var with: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many years back a bvar looks, 1 to \(VectorAutoregression.mostLags). Default: 2.",
      valueName: "years"))
  var lags: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many paths a bvar draws. Default: 20000.", valueName: "count"))
  var draws: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What the drawing is repeated with. Default: 1.", valueName: "number"))
  var seed: UInt64?

  /// What the drawing is repeated with, where a model draws.
  ///
  /// - Parameter models: those asked for.
  /// - Returns: the seed, or `nil` without a bvar.
  func randomSeed(_ models: ModelOptions) -> UInt64? {
    models.model.contains(VectorAutoregression.identifier.name) ? seed ?? Self.standardSeed : nil
  }

  private static let standardSeed: UInt64 = 1

  /// Checks that the options come with a model that takes them.
  ///
  /// - Parameter models: what is fitted.
  /// - Throws: ``CommandFailure``.
  func requireModel(_ models: [TransformedModel]) throws {
    let takesDrivers = models.contains { $0.model is Regression }
    let isSystem = models.contains { $0.model is VectorAutoregression }
    guard isSystem || (with == nil && lags == nil && draws == nil && seed == nil) else {
      throw CommandFailure(
        .usage, "--with, --lags, --draws and --seed go with --model bvar", hint: "add --model bvar")
    }
    if isSystem, with == nil {
      throw CommandFailure(
        .usage, "model 'bvar' needs other series", hint: "such as --with japan-defense-budget,japan-gdp")
    }
    if let lags, !(1...VectorAutoregression.mostLags).contains(lags) {
      throw CommandFailure(.usage, "--lags \(lags) is outside 1 to \(VectorAutoregression.mostLags)")
    }
    let limits = VectorAutoregression.drawLimits
    if let draws, !limits.contains(draws) {
      throw CommandFailure(.usage, "--draws \(draws) is outside \(limits.lowerBound) to \(limits.upperBound)")
    }
    guard takesDrivers || isSystem || driverFile == nil else {
      throw CommandFailure(.usage, "--driver-file goes with --model regression or bvar")
    }
    guard takesDrivers || (driver.isEmpty && driverModel == nil) else {
      throw CommandFailure(
        .usage, "--driver and --driver-model go with --model regression",
        hint: "add --model regression")
    }
    if takesDrivers, driver.isEmpty {
      throw CommandFailure(
        .usage, "model 'regression' needs at least one --driver",
        hint: "such as --driver japan-gdp or --driver step@2008")
    }
    guard takesDrivers || isSystem || (given.isEmpty && calendarRule == nil) else {
      throw CommandFailure(.usage, "--given and --calendar-rule go with --model regression or bvar")
    }
  }

  /// What the options ask for, read and checked as far as that does not depend on the series.
  ///
  /// - Parameters:
  ///   - models: what is fitted.
  ///   - input: where the series come from.
  ///   - horizon: how many years are forecast; zero for a fit.
  ///   - hasTransform: whether a transform was asked for.
  ///   - isBacktest: whether drivers count from the year in which they were published.
  /// - Returns: the plan; without a model that takes drivers it changes nothing.
  /// - Throws: ``CommandFailure`` for unknown names and texts that cannot be read.
  func plan(
    _ models: [TransformedModel], _ input: InputOptions, horizon: Int, hasTransform: Bool,
    isBacktest: Bool = false
  ) throws -> DriverPlan {
    try requireModel(models)
    let isNeeded = models.contains { $0.model is Regression || $0.model is VectorAutoregression }
    guard isNeeded else { return DriverPlan.none }
    if isBacktest, !given.isEmpty {
      throw CommandFailure(.usage, "--given has no place in a backtest, which uses what was known")
    }
    let texts = try driver.map { try DriverText($0) }
    let file = try fileSeries()
    let companions = try companionTexts()
    let names = texts.compactMap(\.seriesName) + companions.map(\.name)
    let paths = try given.map { try GivenPath($0) }
    let needsPackage = (names + paths.map(\.name)).contains { file[$0] == nil }
    let source = CompanionSeries(
      package: needsPackage ? try input.data.package() : nil, file: file,
      selection: try input.selection.selection(), rule: calendarRule, isDated: isBacktest,
      isOfPackage: input.input == nil)
    for name in names { try source.require(name) }
    // What a system makes of a path depends on its variables, which the series is one of.
    for path in paths where companions.isEmpty && !names.contains(path.name) {
      throw unknownPath(path, names)
    }
    return DriverPlan(
      drivers: texts, source: source, paths: paths,
      model: try driverModel.map { TransformedModel(try ModelCatalog.model(named: $0)) }, horizon: horizon,
      companions: companions, lags: lags ?? 2, draws: draws ?? 20_000, seed: seed ?? Self.standardSeed,
      hasTransform: hasTransform, isFilled: input.gaps == .interpolate, isOfPackage: input.input == nil)
  }

  private func companionTexts() throws -> [CompanionText] {
    guard let with else { return [] }
    return try with.split(separator: ",", omittingEmptySubsequences: false).map {
      try CompanionText(String($0))
    }
  }

  private func unknownPath(_ path: GivenPath, _ names: [String]) -> CommandFailure {
    let meant = nearestName(to: path.name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return CommandFailure(
      .usage, "--given '\(path.text)': '\(path.name)' is not among the drivers" + meant,
      hint: names.isEmpty
        ? "dated shapes have no path" : "drivers: \(names.joined(separator: ", "))")
  }

  private func fileSeries() throws -> [String: AnnualSeries] {
    try driverFile.map { try FileSeries.read($0) } ?? [:]
  }
}

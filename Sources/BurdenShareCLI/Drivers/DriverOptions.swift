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
      "A CSV file of drivers, past and future, in the columns of --input; its names go before the package's.",
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

  /// Checks that the options come with a model that takes them.
  ///
  /// - Parameter models: what is fitted.
  /// - Throws: ``CommandFailure``.
  func requireModel(_ models: [TransformedModel]) throws {
    let takesDrivers = models.contains { $0.model is Regression }
    guard takesDrivers || (driver.isEmpty && driverFile == nil && driverModel == nil) else {
      throw CommandFailure(
        .usage, "--driver, --driver-file and --driver-model go with --model regression",
        hint: "add --model regression")
    }
    if takesDrivers, driver.isEmpty {
      throw CommandFailure(
        .usage, "model 'regression' needs at least one --driver", hint: "such as --driver japan-gdp or --driver step@2008")
    }
    guard takesDrivers || given.isEmpty && calendarRule == nil else {
      throw CommandFailure(.usage, "--given and --calendar-rule go with --model regression or bvar")
    }
  }

  /// What the options ask for, read and checked as far as that does not depend on the series.
  ///
  /// - Parameters:
  ///   - models: what is fitted.
  ///   - input: where the series come from.
  ///   - horizon: how many years are forecast; zero for a fit.
  ///   - isBacktest: whether drivers count from the year in which they were published.
  /// - Returns: the plan; without a model that takes drivers it changes nothing.
  /// - Throws: ``CommandFailure`` for unknown names and texts that cannot be read.
  func plan(_ models: [TransformedModel], _ input: InputOptions, horizon: Int, isBacktest: Bool = false) throws
    -> DriverPlan
  {
    try requireModel(models)
    guard models.contains(where: { $0.model is Regression }) else { return DriverPlan.none }
    if isBacktest, !given.isEmpty {
      throw CommandFailure(.usage, "--given has no place in a backtest, which uses what was known")
    }
    let texts = try driver.map { try DriverText($0) }
    let file = try fileSeries()
    let names = texts.compactMap(\.seriesName)
    let needsPackage = names.contains { file[$0] == nil }
    let source = CompanionSeries(
      package: needsPackage ? try input.data.package() : nil, file: file,
      selection: try input.selection.selection(), rule: calendarRule, isDated: isBacktest)
    for name in names { try source.require(name) }
    let paths = try given.map { try GivenPath($0) }
    for path in paths where !names.contains(path.name) {
      throw unknownPath(path, names)
    }
    return DriverPlan(
      drivers: texts, source: source, paths: paths,
      model: try driverModel.map { TransformedModel(try ModelCatalog.model(named: $0)) }, horizon: horizon)
  }

  private func unknownPath(_ path: GivenPath, _ names: [String]) -> CommandFailure {
    let meant = nearestName(to: path.name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return CommandFailure(
      .usage, "--given '\(path.text)': '\(path.name)' is not among the drivers" + meant,
      hint: names.isEmpty
        ? "dated shapes have no path" : "drivers: \(names.joined(separator: ", "))")
  }

  private func fileSeries() throws -> [String: AnnualSeries] {
    guard let driverFile else { return [:] }
    var file = try SeriesFile.open(driverFile)
    var found: [String: AnnualSeries] = [:]
    while let raw = try file.next() { found[raw.identifier] = try raw.series() }
    return found
  }
}

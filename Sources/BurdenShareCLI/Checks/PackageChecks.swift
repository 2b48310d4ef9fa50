import Datasets
import Forecasting

/// What `check` runs on a data package: every model on every series, every backtest, every scenario, every replay.
///
/// Regressions and systems need others beside them and run on host-nation support alone, with companions of the package.
/// Models, series, scenarios and games are taken from catalogue and package, so that a new one is found to have no baseline.
enum PackageChecks {
  /// The checks in the order in which they run.
  ///
  /// - Parameter package: whose series and scenarios.
  /// - Returns: at least those of the models.
  static func steps(_ package: DataPackage) -> [CheckStep] {
    let series = package.entries.map(\.identifier)
    let names = ModelCatalog.standard.map { type(of: $0).description.identifier.name }
    // These need drivers or companions, and are run with some in a check of their own.
    let alone = names.filter {
      ![Regression.identifier.name, VectorAutoregression.identifier.name].contains($0)
    }
    return trends(series, alone) + backtests(series, alone) + systems(series) + projections(package)
      + replays(package) + strategies(package)
  }

  private static func models(_ names: [String]) -> [String] { names.flatMap { ["--model", $0] } }

  private static func trends(_ series: [String], _ models: [String]) -> [CheckStep] {
    [
      // The last year alone: the years before it are made of the same numbers.
      CheckStep(
        name: "forecasts", commands: [["forecast"] + series + self.models(models) + ["--horizon", "5"]],
        columns: [
          "series_id", "model", "period", "mean", "median", "lower_80", "upper_80", "lower_95", "upper_95",
        ],
        filter: ("horizon", ["5"])),
      // Limits follow from estimate and standard error, the criterion from the likelihood.
      CheckStep(
        name: "fits", commands: [["fit"] + series + self.models(models)],
        columns: ["series_id", "model", "parameter", "estimate", "std_error"],
        omitted: ("parameter", ["aicc", "observations"])),
      // The tests of residuals need one model; those of the series are the same with any.
      CheckStep(
        name: "diagnostics",
        commands: [["fit"] + series + self.models(["linear"]) + ["--table", "diagnostics"]]),
      CheckStep(
        name: "breaks", commands: [["fit"] + series + ["--table", "breaks"]],
        columns: [
          "series_id", "break", "period", "lower_95", "upper_95", "level_change", "level_std_error",
          "slope_change", "slope_std_error", "reason", "agreement_id", "agreement_years", "event_id",
          "event_years",
        ]),
    ]
  }

  /// Every model from origins some years apart: four, or sixteen for those whose fit takes long.
  private static func backtests(_ series: [String], _ models: [String]) -> [CheckStep] {
    let slow = [AutoArima.identifier.name, TheilSen.identifier.name]
    func command(_ names: [String], step: String) -> [String] {
      ["backtest"] + series + self.models(names) + ["--step", step]
    }
    return [
      CheckStep(
        name: "backtests", commands: [command(models.filter { !slow.contains($0) }, step: "4")],
        columns: scores, filter: ("horizon", [""])),
      CheckStep(
        name: "backtests-slow", commands: [command(slow, step: "16")], columns: scores,
        filter: ("horizon", [""])),
    ]
  }

  /// The columns of a backtest that are compared.
  ///
  /// Not the Diebold-Mariano values: where a long-run variance is all but zero, rounding decides whether there is one.
  private static let scores = [
    "series_id", "model", "forecasts", "me", "mae", "rmse", "mase", "crps", "wis", "coverage_80",
    "coverage_95", "skill_naive", "skill_drift",
  ]

  /// Drivers, a system and a sum, on the series that they are for; a package without these series has none.
  private static func systems(_ series: [String]) -> [CheckStep] {
    let needed = ["japan-hns", "japan-defense-budget", "japan-gdp"]
    guard needed.allSatisfy(series.contains) else { return [] }
    let hns = ["forecast", "japan-hns"]
    let regression = ["--model", "regression", "--driver", "step@1996"]
    let companions = ["--model", "bvar", "--with", "japan-defense-budget,japan-gdp"]
    let system = companions + ["--draws", "4000"]
    return [
      CheckStep(
        name: "systems",
        commands: [
          hns + regression, hns + regression + ["--driver", "japan-gdp@-1", "--driver-model", "auto"],
          hns + system,
          hns + system + ["--given", "japan-gdp=growth:2.5%@FY2026.."],
          hns + ["--reconcile", "mint"],
        ]),
      CheckStep(
        name: "systems-fits",
        commands: [["fit", "japan-hns"] + regression, ["fit", "japan-hns"] + system]),
      CheckStep(
        name: "systems-backtests",
        commands: [
          ["backtest", "japan-hns"] + regression + ["--step", "8"],
          ["backtest", "japan-hns"] + companions + ["--draws", "500", "--step", "8"],
        ],
        columns: ["horizon"] + scores),
    ]
  }

  private static func projections(_ package: DataPackage) -> [CheckStep] {
    let scenarios = package.scenarioNames
    guard !scenarios.isEmpty else { return [] }
    func step(_ table: String, _ chosen: [String], columns: [String]? = nil, draws: Bool = false) -> CheckStep
    {
      CheckStep(
        name: "project-\(table)",
        commands: [["project"] + chosen + ["--table", table] + (draws ? ["--draws", "20000"] : [])],
        columns: columns)
    }
    let shown = scenarios.filter { $0 == "japan-2027-demanding" }
    let open = scenarios.filter { $0.hasPrefix("japan-2027") }
    return [
      step("paths", scenarios, draws: true), step("events", scenarios, draws: true),
      // Up to 512 fits for each scenario.
      step("contributions", open.isEmpty ? scenarios : open), step("coefficients", scenarios),
      step("assumptions", scenarios, columns: ["scenario", "assumption", "value", "mark"]),
    ]
      // Every bar is a fit of its own; one scenario has them all.
      + (shown.isEmpty ? [] : [step("tornado", shown)])
  }

  private static func replays(_ package: DataPackage) -> [CheckStep] {
    guard (try? package.path(ofResource: "rounds")) != nil else { return [] }
    return [ReplayTable.rounds, .scores, .checks, .events, .talks, .pit].map { table in
      CheckStep(name: "replay-\(table.rawValue)", commands: [["replay", "--table", table.rawValue]])
    }
  }

  private static func strategies(_ package: DataPackage) -> [CheckStep] {
    let games = package.gameNames
    let actors = package.fileNames(in: "actors", ending: ".csv")
    var steps: [CheckStep] = []
    if !games.isEmpty {
      steps.append(CheckStep(name: "games", commands: games.map { ["strategy", "game", $0] }))
    }
    if !actors.isEmpty {
      steps.append(CheckStep(name: "spatial", commands: actors.map { ["strategy", "spatial", $0] }))
    }
    let tables = ["posture-drivers", "posture-events", "allied-cost-share", "burden-share-estimates"]
    if tables.allSatisfy({ (try? package.path(ofResource: $0)) != nil }) {
      for table in PostureTable.allCases {
        steps.append(
          CheckStep(
            name: "posture-\(table.rawValue)",
            commands: [["strategy", "posture", "--table", table.rawValue]]))
      }
    }
    let bargains = package.bargainNames
    for table in bargains.isEmpty ? [] : BargainTable.allCases {
      steps.append(
        CheckStep(
          name: "bargain-\(table.rawValue)",
          commands: bargains.map { ["strategy", "bargain", $0, "--table", table.rawValue] }))
    }
    return steps
  }
}

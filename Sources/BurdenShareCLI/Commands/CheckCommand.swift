import ArgumentParser
import Checks
import Datasets
import Reporting

/// `burdenshare check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every model, backtest, scenario and replay again and compare with stored baselines.",
    discussion: """
      Without a folder the data package is checked against its folder 'baselines': every model of one series on every \
      series, tests and breaks of every series, models of several on japan-hns, backtests from every fourth origin (arima and \
      theil-sen every sixteenth), every scenario, every replay, games, bargains, actors, posture, and the bytes of the data. \
      With a folder its checks.yaml says which commands are run; 'check init DIR' writes one to start from, into a folder that \
      is new or empty. Numbers may differ by the tolerances of tolerances.csv or checks.yaml, everything else must be the same.

      Prints a row for each cell that moved, and for each check that could not be made: its baseline is damaged, or its \
      command fails. The status is 1 when a cell moved, 65 or 66 when a check could not be made; --junit is written either way.

      --update writes what the commands make now, all or nothing, and ends with status 1: look at the difference and commit it. \
      It is refused under CI, in a checkout with changed files that are not committed, and where git does not answer for a \
      checkout: commit checks.yaml and data first, then record, then commit the baselines. Baselines of checks that are made \
      no more are removed.

      The whole package takes half a minute; '--only forecasts --junit checks.xml' runs a part. Your own: 'check init DIR', \
      then 'check --update DIR' to record, then 'check DIR'. Commands of checks.yaml read files alone, no pipe, and write \
      nothing: -o, --chart and their like are refused there.

      EXAMPLE:
        burdenshare check init my-checks
      """)

  @Argument(
    help: ArgumentHelp("A folder with checks.yaml; or 'init' and a folder to write one.", valueName: "dir"))
  var words: [String] = []

  @Flag(help: "Write the tables of now as the baselines, show what moved, and end with status 1.")
  var update = false

  @Flag(
    help:
      "Update in a checkout with changed files that are not committed: nobody can tell later what was recorded."
  )
  var allowDirty = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only this check, such as forecasts; may be repeated.", valueName: "name"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write a JUnit file too: a suite a check, a case a model, scenario or round.", valueName: "file"))
  var junit: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  private var isInit: Bool { words.first == "init" }

  func validate() throws {
    if isInit {
      guard words.count == 2 else { throw ValidationError("check init needs one folder: check init DIR") }
      if update || allowDirty || junit != nil || !only.isEmpty {
        throw ValidationError("check init takes no other options")
      }
    } else if words.count > 1 {
      throw ValidationError("one folder is checked at a time; found \(words.joined(separator: ", "))")
    }
    if words.contains("") { throw ValidationError("the folder has an empty name") }
    if let junit, junit.isEmpty { throw ValidationError("--junit has an empty name") }
    if update, !only.isEmpty { throw ValidationError("--update writes all baselines; leave --only out") }
    if allowDirty, !update { throw ValidationError("--allow-dirty goes with --update") }
    if words.count == 1, data.folder != nil {
      throw ValidationError("--data goes with the package's own checks; in checks.yaml a command may have it")
    }
  }

  func run() throws {
    if isInit { return try CheckStarter.write(words[1], output) }
    // A pipe would be waited for, and a check that read one could not be made again.
    FilesRead.mustBeOrdinary = true
    if let root = words.first ?? (try? data.package())?.root {
      let named = [("--junit", junit), ("--output", output.file)]
      try OwnFiles.refuse(named.compactMap { option, path in path.map { (option, $0) } }, in: root)
    }
    let report = try CheckReport(output, junit: junit)
    do { try check(report) } catch {
      let failure = CommandFailure(error)
      // A wrong call is told to who made it; continuous integration is told everything else.
      if failure.status != .usage { try report.write(failure) }
      throw failure
    }
  }

  private func check(_ report: CheckReport) throws {
    let place = try words.first.map { try CheckPlace(folder: $0) } ?? CheckPlace(try data.package())
    let known = place.steps.map(\.name) + (place.package == nil ? [] : [Self.dataCheck])
    for name in only where !known.contains(name) {
      throw CommandFailure(
        .usage, "--only '\(name)': there is no such check; known: \(known.joined(separator: ", "))")
    }
    report.checks = known.filter(isChosen)
    if update {
      try RecordingRule.refuseUnattended()
      if !allowDirty { try RecordingRule.refuseUncommitted(place) }
    }
    let folder = try BaselineFolder(place.baselines, isWritten: update)
    let stored = try StoredBaselines(place, isReplaced: update)
    let problems = try packageProblems(place)
    var (outcomes, facts) = try place.run(threads: threads.count, where: isChosen)
    if place.package != nil, isChosen(Self.dataCheck) {
      outcomes.append(.init(check: Self.dataCheck, command: ["data"], table: .success(facts.dataTable)))
    }
    let comparisons = stored.compare(outcomes, place.tolerances, wholly: only.isEmpty)
    let remarks = stored.remarks(outcomes, facts, place)
    let faults = stored.faults(outcomes)
    try report.write(comparisons, remarks, untold: update ? nil : faults.first?.check)
    let moved = CheckReport.count(comparisons.reduce(0) { $0 + $1.moved }, "cell")
    if update {
      for file in allowDirty ? [] : try RecordingRule.untracked(facts, place) {
        output.note("\(file): enters the baselines, and git does not know it; commit it with them")
      }
      let end = try record(outcomes, facts, place.tolerances, in: folder, faults, moved: moved)
      if end.status == .regression { sweep(stored.orphans(place), folder) }
      throw end
    }
    let compared = comparisons.filter { $0.fault == nil }
    let drifting = compared.filter { $0.moved > 0 }
    let drift = "\(moved) moved in \(CheckReport.count(drifting.count, "check"))"
    let cells = CheckReport.count(compared.reduce(0) { $0 + $1.cells }, "cell")
    let whole = "\(CheckReport.count(compared.count, "check")), \(cells): all as recorded"
    if let fault = faults.first {
      if !compared.isEmpty { output.note("the others: " + (drifting.isEmpty ? whole : drift)) }
      throw fault.failure
    }
    guard drifting.isEmpty else {
      throw CommandFailure(
        .regression, drift,
        hint:
          "if that is meant: the same command with --update, and a line in the changelog for what users see"
      )
    }
    // A wider tolerance is why nothing may have moved.
    if let line = stored.tolerancesRemark(outcomes, place.tolerances) {
      output.note("since the baselines were recorded: \(line)")
    }
    if let problems { throw problems }
    output.note(whole)
  }

  /// Writes the tables of now as baselines, all or none.
  ///
  /// - Returns: how it ended; a recording never passes for a check.
  private func record(
    _ outcomes: [CheckPlace.Outcome], _ facts: RunFacts, _ tolerances: Tolerances, in folder: BaselineFolder,
    _ faults: [StoredBaselines.Fault], moved: String
  ) throws -> CommandFailure {
    var tables: [(check: String, command: [String], table: CheckedTable)] = []
    for outcome in outcomes {
      switch outcome.table {
      case .success(let table): tables.append((outcome.check, outcome.command, table))
      case .failure(let failure):
        output.note("no baseline is written: all are, or none")
        return failure
      }
    }
    let written = tables.count
    tables.removeAll { $0.check == Self.dataCheck }
    try folder.write(Baselines.files(tables, tolerances: tolerances, facts: facts))
    let replaced =
      faults.isEmpty ? "" : ", \(faults.count) replaced that could not be read"
    return CommandFailure(
      .regression,
      "\(folder.path): \(CheckReport.count(written, "baseline")) written, \(moved) moved\(replaced)",
      hint: "look at the difference, then commit it; a recording never passes for a check")
  }

  /// Removes the baselines of checks that are made no more, and tells of each.
  private func sweep(_ checks: [String], _ folder: BaselineFolder) {
    for check in checks {
      let file = folder.remove(check)
      output.note(
        file.map { "\($0): removed; no check makes it any more" }
          ?? "the baseline of '\(check)' cannot be removed; no check makes it any more")
    }
  }

  private func isChosen(_ check: String) -> Bool { only.isEmpty || only.contains(check) }

  /// The check of the package's files.
  static let dataCheck = "data"

  /// Faults of the package that make running its models pointless are thrown; others are handed back.
  private func packageProblems(_ place: CheckPlace) throws -> CommandFailure? {
    guard let package = place.package else { return nil }
    let problems = PackageCheck(package).problems
    guard let first = problems.first(where: { !["hash", "size"].contains($0.rule) }) ?? problems.first else {
      return nil
    }
    let failure = CommandFailure(
      .badData, "the data package has \(CheckReport.count(problems.count, "problem")): \(first.message)",
      hint: "'burdenshare data check' lists them")
    // A value that changed without its hash is what a check is there to tell; with anything else models cannot be run.
    guard ["hash", "size"].contains(first.rule) else { throw failure }
    return failure
  }
}

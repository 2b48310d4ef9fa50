import ArgumentParser
import Checks
import Datasets
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `burdenshare check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every model, backtest, scenario and replay again and compare with stored baselines.",
    discussion: """
      Without a folder the data package is checked against its folder 'baselines': every model of one series on every \
      series, models of several on japan-hns, backtests from every fourth origin (arima and theil-sen every sixteenth), every \
      scenario, every replay, games, bargains, actors, and the bytes of the data. With a folder its checks.yaml says which \
      commands are run; 'check init DIR' writes one to start from. Numbers may differ by the tolerances of tolerances.csv or \
      checks.yaml, everything else must be the same.

      Prints a row for each cell that moved. The status is 1 when one did, and after --update, which writes what the \
      commands make now: look at the difference and commit it. --update is refused under CI, and in a checkout with \
      changed files that are not committed.

      The whole package takes half a minute; '--only forecasts --junit checks.xml' runs a part. Your own: 'check init DIR', \
      then 'check --update DIR' to record, then 'check DIR'.

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
    let place = try words.first.map { try CheckPlace(folder: $0) } ?? CheckPlace(try data.package())
    let known = place.steps.map(\.name) + (place.package == nil ? [] : [Self.dataCheck])
    for name in only where !known.contains(name) {
      throw CommandFailure(
        .usage, "--only '\(name)': there is no such check; known: \(known.joined(separator: ", "))")
    }
    if update { try refuseUnattended(place) }
    let folder = try BaselineFolder(place.baselines, isWritten: update)
    // What is to be replaced may be anything; its difference is shown as far as it can be read.
    let baselines = update ? try? Baselines(folder: place.baselines) : try Baselines(folder: place.baselines)
    let problems = try packageProblems(place)
    var (tables, facts) = try place.run(threads: threads.count, where: isChosen)
    if place.package != nil, isChosen(Self.dataCheck) {
      tables.append((Self.dataCheck, ["data"], CheckPlace.dataTable(facts)))
    }
    let comparisons = compare(tables, baselines, place)
    var remarks = baselines.map { facts.changes(since: $0.manifest.facts) } ?? []
    for entry in baselines?.manifest.entries ?? [] {
      // The manifest keeps the words as one text.
      let now = tables.first { $0.check == entry.check }?.command.joined(separator: " ")
      if let now, now != entry.command.joined(separator: " ") {
        remarks.append("command: check '\(entry.check)' runs another one")
      }
    }
    if baselines == nil { remarks.append("there were none, or none that could be read") }
    try write(comparisons, remarks)
    let changes = comparisons.reduce(0) { $0 + $1.changes.count }
    if update {
      try folder.write(Baselines.files(tables.filter { $0.check != Self.dataCheck }, facts: facts))
      throw CommandFailure(
        .regression, "\(place.baselines): \(tables.count) baselines written, \(count(changes, "cell")) moved",
        hint: "look at the difference, then commit it; a recording never passes for a check")
    }
    guard changes == 0 else {
      throw CommandFailure(
        .regression,
        "\(count(changes, "cell")) moved in \(count(comparisons.filter { !$0.changes.isEmpty }.count, "check"))",
        hint:
          "if that is meant: the same command with --update, and a line in the changelog for what users see"
      )
    }
    if let problems { throw problems }
    let cells = comparisons.reduce(0) { $0 + $1.cells }
    output.note("\(count(comparisons.count, "check")), \(count(cells, "cell")): all as recorded")
  }

  private func isChosen(_ check: String) -> Bool { only.isEmpty || only.contains(check) }

  /// The check of the package's files.
  private static let dataCheck = "data"

  private func compare(
    _ tables: [(check: String, command: [String], table: CheckedTable)], _ baselines: Baselines?,
    _ place: CheckPlace
  ) -> [Comparison] {
    let empty = CheckedTable(columns: [], rows: [])
    var comparisons = tables.map { check, _, table in
      let data = baselines.map { CheckPlace.dataTable($0.manifest.facts) }
      let stored = check == Self.dataCheck ? data : baselines?.tables[check]
      return Comparison(check: check, expected: stored ?? empty, actual: table, tolerances: place.tolerances)
    }
    // A baseline whose check is gone.
    let made = Set(tables.map(\.check))
    for entry in baselines?.manifest.entries ?? [] where only.isEmpty && !made.contains(entry.check) {
      comparisons.append(
        Comparison(
          check: entry.check, expected: baselines?.tables[entry.check] ?? empty, actual: empty,
          tolerances: place.tolerances))
    }
    return comparisons
  }

  private func write(_ comparisons: [Comparison], _ remarks: [String]) throws {
    let changes = comparisons.flatMap(\.changes)
    var table = Table(columns: CheckRows.columns)
    table.rows = changes.map(CheckRows.row)
    try TableOutput.write(table, output)
    if let junit {
      let file = try OutputFile(junit)
      try file.write(JUnitReport.encoded(comparisons, remarks: remarks))
      try file.finish()
    }
    for comparison in comparisons where !comparison.changes.isEmpty {
      let shown = output.verbose ? comparison.changes[...] : comparison.changes.prefix(Self.mostLines)
      for cell in shown { output.note(DriftText.line(cell)) }
      let rest = comparison.changes.count - shown.count
      if rest > 0 { output.note("\(comparison.check): and \(rest) more; the table has them all") }
    }
    guard !changes.isEmpty else { return }
    for line in remarks { output.note("since the baselines were recorded: \(line)") }
    if remarks.isEmpty, !comparisons.isEmpty {
      output.note("version, data and OpenBLAS kernel are those of the baselines: the program's code moved it")
    }
  }

  /// How many lines a check tells on standard error: a model that moved everywhere would fill the screen.
  private static let mostLines = 10

  /// Faults of the package that make running its models pointless are thrown; others are handed back.
  private func packageProblems(_ place: CheckPlace) throws -> CommandFailure? {
    guard let package = place.package else { return nil }
    let problems = PackageCheck(package).problems
    guard let first = problems.first(where: { !["hash", "size"].contains($0.rule) }) ?? problems.first else {
      return nil
    }
    let failure = CommandFailure(
      .badData, "the data package has \(count(problems.count, "problem")): \(first.message)",
      hint: "'burdenshare data check' lists them")
    // A value that changed without its hash is what a check is there to tell; with anything else models cannot be run.
    guard ["hash", "size"].contains(first.rule) else { throw failure }
    return failure
  }

  private func refuseUnattended(_ place: CheckPlace) throws {
    for name in ["CI", "GITHUB_ACTIONS", "TF_BUILD", "JENKINS_URL"] {
      let value = getenv(name).map { String(cString: $0).lowercased() } ?? ""
      guard ["", "0", "false"].contains(value) else {
        throw CommandFailure(
          .usage, "--update is refused under CI (\(name)=\(value)): nobody would look at the difference",
          hint: "record on your own machine and commit")
      }
    }
    guard !allowDirty else { return }
    let folder = place.folder ?? place.package?.root ?? "."
    let files = try Checkout.uncommitted(around: folder, but: place.baselines)
    guard files.isEmpty else {
      let named = files.prefix(3).joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "--update is refused: \(count(files.count, "file")) of the checkout \(files.count == 1 ? "is" : "are") not "
          + "committed: \(named)" + (files.count > 3 ? ", …" : ""),
        hint: "commit them first, so that the baselines belong to a commit, or say --allow-dirty")
    }
  }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}

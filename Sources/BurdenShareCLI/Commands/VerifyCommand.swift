import ArgumentParser
import Checks
import Datasets
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `burdenshare verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make a table again from the manifest beside it, and tell whether it is the same.",
    discussion: """
      A table that is written with -o has a manifest beside it, FILE.meta.json: the command, the version, the seed, the \
      OpenBLAS build, and the SHA-256 digests of the table and of every file that it was made from. verify runs the command \
      again, in memory, from the folder in which it is called, and compares byte by byte. It runs only commands that print \
      tables, and writes nothing.

      Tables of doctor, check and verify have no manifest: they tell of one machine or one moment. Nor has \
      unconfirmed.csv of a report, nor a table of a report without rows: no command prints them.

      The status is 0 when the table reproduces. It is 1 when it does not; then a row is printed for each cell that differs, \
      where the table is CSV, and standard error tells what of version, data, inputs and OpenBLAS changed. It is 65 for a \
      manifest that is missing, truncated or changed.

      EXAMPLE:
        burdenshare verify korea.csv
      """)

  @Argument(help: ArgumentHelp("A table that was written with -o.", valueName: "file"))
  var file: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    // What is no ordinary file gives its bytes once, and would be waited for.
    FilesRead.mustBeOrdinary = true
    var status = stat()
    guard stat(file, &status) == 0 else {
      throw CommandFailure(.noInput, "\(file): \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure(.badData, "\(file): is no ordinary file; a manifest stands beside a table")
    }
    let path = TableManifest.path(of: file)
    guard access(path, F_OK) == 0 else {
      throw CommandFailure(
        .badData, "\(path): there is no manifest beside the table",
        hint:
          "a table written with -o has one, but not of doctor, check or verify, nor unconfirmed.csv of a report"
      )
    }
    // What is verified stays as it is: neither it nor its manifest may be where the differences go.
    if let place = output.file, [file, path].contains(where: { OwnFiles.isSame($0, place) }) {
      throw CommandFailure(
        .usage, "-o \(place): is what is to be verified", hint: "name another file, or leave -o out")
    }
    let manifest = try TableManifest(path: path)
    if let input = manifest.facts.inputs.first(where: { $0.digest == nil }) {
      let name = input.path == "-" ? "standard input" : "'\(input.path)', which was no ordinary file"
      throw CommandFailure(
        .badData, "\(path): the table was made of \(name), and what came from there is gone",
        hint: "save the input in a file and make the table of that: --input FILE")
    }
    var command: any TableCommand
    do { command = try TableWords.command(manifest.command) } catch let failure as CommandFailure {
      throw CommandFailure(
        failure.status,
        "\(path): the recorded command '\(manifest.command.joined(separator: " "))': \(failure.message)",
        hint: failure.hint)
    }
    command.output.format = manifest.format
    FilesRead.forget()
    let now: TableCapture
    do { now = try TableWords.run(command) } catch let failure as CommandFailure {
      let changes = changes(since: manifest.facts)
      for line in changes { output.note("since it was written: \(line)") }
      throw CommandFailure(
        .regression, "\(file): not reproduced: the command fails now: \(failure.message)",
        hint: hint(changes))
    }
    let facts = RunFacts.ofThisRun()
    let bytes = Table(columns: now.columns, rows: now.rows).encoded(manifest.format)
    let (made, found) = (SHA256.hexadecimal(bytes), try SHA256.hexadecimal(file: file))
    try write(now, found: found, made: made, manifest.format)
    guard made == manifest.output, found == made else {
      tell(manifest, facts, found: found, made: made)
      throw CommandFailure(
        .regression,
        "\(file): not reproduced: "
          + (made == manifest.output
            ? "the file was changed after it was written; the command makes what it made then"
            : "the command makes another table now"))
    }
    output.note("\(file): reproduced byte for byte by burdenshare \(BurdenShare.version) on \(facts.kernel)")
  }

  /// The cells in which the file and what is made now differ, where both are CSV.
  private func write(
    _ now: TableCapture, found: String, made: String, _ format: TableFormat
  ) throws {
    var table = Table(columns: CheckRows.columns)
    if found != made, format == .csv, let stored = try? CheckedTable(path: file) {
      let actual = CheckedTable(columns: now.columns, cells: now.rows)
      // Not even the last digit may differ.
      let comparison = Comparison(check: file, expected: stored, actual: actual, tolerances: Tolerances([]))
      table.rows = comparison.changes.map(CheckRows.row)
      for cell in comparison.changes.prefix(Self.mostLines) { output.note(DriftText.line(cell)) }
    }
    try CheckRows.write(table, output)
  }

  private static let mostLines = 10

  /// What changed where the command did not come to its end: its inputs as they are now, and of the rest what was read.
  private func changes(since earlier: RunFacts) -> [String] {
    let read = RunFacts.ofThisRun()
    // What is no ordinary file any more has no bytes to compare; the failure says so.
    let inputs = earlier.inputs.filter { access($0.path, F_OK) == 0 }.map {
      RunFacts.File(path: $0.path, digest: RunFacts.digest($0.path) ?? $0.digest)
    }
    let rest = RunFacts(
      version: read.version, blas: read.blas, kernel: read.kernel, data: read.data, inputs: earlier.inputs)
    let now = RunFacts(
      version: earlier.version, blas: earlier.blas, kernel: earlier.kernel, data: earlier.data, inputs: inputs
    )
    return rest.changes(since: earlier, wholly: false) + now.changes(since: earlier)
  }

  private func hint(_ changes: [String]) -> String? {
    if changes.contains(where: { $0.hasPrefix("input: ") && $0.hasSuffix(" is gone") }) {
      return "files are looked for from the folder in which verify is called"
    }
    return changes.contains { $0.hasSuffix(" has other bytes") }
      ? "put the file back as it was, or make the table anew" : nil
  }

  private func tell(_ manifest: TableManifest, _ facts: RunFacts, found: String, made: String) {
    if found != manifest.output {
      output.note("\(file): the file itself was changed after it was written")
    }
    for line in facts.changes(since: manifest.facts) { output.note("since it was written: \(line)") }
  }
}

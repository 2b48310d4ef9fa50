import Checks
import Datasets

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is checked: the data package, or a folder of somebody's own checks.
struct CheckPlace {
  /// The folder of the baselines.
  let baselines: String
  /// What is run.
  let steps: [CheckStep]
  /// The tolerances, a file beside the baselines or in the folder's own file.
  let tolerances: Tolerances
  /// The package, where that is what is checked.
  let package: DataPackage?
  /// The folder in which the commands run; `nil` for where the program was called.
  let folder: String?

  /// The name of the folder of baselines.
  static let baselineFolder = "baselines"
  /// The name of the file of commands.
  static let commandFile = CheckFile.fileName

  /// The data package.
  ///
  /// - Parameter package: with `baselines/tolerances.csv`, or the standard tolerance.
  /// - Throws: ``CheckError`` for a file of tolerances that is not sound.
  init(_ package: DataPackage) throws {
    baselines = "\(package.root)/\(Self.baselineFolder)"
    steps = PackageChecks.steps(package)
    let file = "\(baselines)/tolerances.csv"
    tolerances = access(file, F_OK) == 0 ? try Tolerances(path: file) : Self.standard([])
    self.package = package
    folder = nil
  }

  /// A folder with `checks.yaml`.
  ///
  /// - Parameter folder: the folder.
  /// - Throws: ``CommandFailure`` when there is none; `DataError` for a file that is not sound.
  init(folder: String) throws {
    let path = "\(folder)/\(CheckFile.fileName)"
    var status = stat()
    if stat(folder, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw CommandFailure(
        .noInput, "\(folder): is no folder", hint: "name the folder in which \(CheckFile.fileName) stands")
    }
    guard access(path, F_OK) == 0 else {
      throw CommandFailure(
        .noInput, "\(path): no such file", hint: "'burdenshare check init DIR' writes a folder to start from")
    }
    let file = try CheckFile(path)
    baselines = "\(folder)/\(Self.baselineFolder)"
    steps = file.entries.map { CheckStep(name: $0.name, commands: [$0.command], entry: $0) }
    tolerances = Self.standard(file.entries)
    package = nil
    self.folder = folder
    // A command that is none is told before the first one runs.
    for entry in file.entries {
      do { _ = try TableWords.command(entry.command) } catch let failure as CommandFailure {
        throw failure.placed(entry)
      }
      if let (word, effect) = TableWords.beyondTable(entry.command) {
        throw CommandFailure(
          .badData, "'\(word)' \(effect), and a check keeps the cells of the table alone",
          hint: "leave it out"
        ).placed(entry)
      }
    }
  }

  private static func standard(_ entries: [CheckFile.Entry]) -> Tolerances {
    let usual = Tolerances.Rule(
      check: "*", column: "*", relative: CheckFile.standardTolerance, absolute: 1e-9,
      reason: "searches end at about seven digits on every machine")
    return Tolerances(
      [usual]
        + entries.compactMap { entry in
          entry.tolerance.map {
            Tolerances.Rule(check: entry.name, column: "*", relative: $0, absolute: 0, reason: entry.reason)
          }
        })
  }

  /// What became of a check's commands.
  struct Outcome {
    /// The check's name.
    let check: String
    /// Its first command.
    let command: [String]
    /// The table, or why there is none.
    let table: Result<CheckedTable, CommandFailure>
  }

  /// Runs the checks that are chosen; one that makes no table does not keep the others from being made.
  ///
  /// - Parameters:
  ///   - threads: how many share the work.
  ///   - isChosen: whether a check of this name is run.
  /// - Returns: the tables in the order of the checks, and what they depend on.
  /// - Throws: ``CommandFailure`` when the folder cannot be entered.
  func run(threads: Int?, where isChosen: (String) -> Bool) throws -> (
    outcomes: [Outcome], facts: RunFacts
  ) {
    FilesRead.forget()
    return try within {
      let outcomes = steps.filter { isChosen($0.name) }.map { step in
        let made: Result<CheckedTable, CommandFailure>
        do { made = .success(try step.table(threads: threads)) } catch {
          let failure = CommandFailure(error)
          made = .failure(step.entry.map { failure.placed($0) } ?? failure.of(check: step.name))
        }
        return Outcome(check: step.name, command: step.commands[0], table: made)
      }
      return (outcomes, facts())
    }
  }

  /// What the tables depend on: every file of the package, or those that were read.
  private func facts() -> RunFacts {
    guard let package else { return RunFacts.ofThisRun() }
    let files = package.inputFiles.map {
      RunFacts.File(path: $0, digest: RunFacts.digest("\(package.root)/\($0)"))
    }
    return RunFacts(data: files, inputs: [])
  }

  /// Does something in the folder whose files the commands name.
  private func within<Result>(_ body: () throws -> Result) throws -> Result {
    guard let folder else {
      // The commands find the package where the check found it.
      if let package, let root = realpath(package.root, nil) {
        setenv("BURDENSHARE_DATA", root, 1)
        free(root)
      }
      return try body()
    }
    let outside = open(".", O_RDONLY | O_CLOEXEC)
    defer { if outside >= 0 { close(outside) } }
    if let variable = getenv("BURDENSHARE_DATA"), let root = realpath(variable, nil) {
      setenv("BURDENSHARE_DATA", root, 1)
      free(root)
    }
    guard outside >= 0, chdir(folder) == 0 else {
      throw CommandFailure(.noInput, "\(folder): cannot be entered: \(String(cString: strerror(errno)))")
    }
    defer { _ = fchdir(outside) }
    return try body()
  }
}

extension CommandFailure {
  /// The failure of a check's command, which the name of the check precedes.
  ///
  /// - Parameter check: its name.
  /// - Returns: the failure.
  func of(check: String) -> CommandFailure {
    CommandFailure(status, "check '\(check)': \(message)", hint: hint)
  }

  /// The failure of a command of a file of checks, at the word that it is about: a wrong option there is bad data, not a
  /// wrong call.
  ///
  /// - Parameter entry: the check in the file.
  /// - Returns: the failure.
  func placed(_ entry: CheckFile.Entry) -> CommandFailure {
    CommandFailure(
      status == .usage ? .badData : status,
      "\(entry.place(of: message)): check '\(entry.name)': \(message)", hint: hint)
  }
}

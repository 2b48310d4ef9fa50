#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder that `check init` writes: somebody's own series under regression test.
enum CheckStarter {
  /// Writes the folder, whole or not at all; nothing that is there is touched.
  ///
  /// - Parameters:
  ///   - folder: which must not be there, or be empty but for hidden files such as those of git.
  ///   - output: where notes go.
  /// - Throws: ``CommandFailure`` with status 73 when it cannot be made.
  static func write(_ folder: String, _ output: OutputOptions) throws {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    try refuseWhatIsThere(folder)
    try make(folder)
    let open = try files.map { name, text in
      let file = try OutputFile("\(folder)/\(name)")
      try file.write(Array(text.utf8))
      return file
    }
    // Last, so that what fails leaves at most an empty folder, and the same command can be given again.
    try make("\(folder)/\(CheckPlace.baselineFolder)")
    for file in open { try file.finish() }
    let names = files.map { "\(folder)/\($0.name)\n" }.joined()
    try OutputFile(nil).write(Array(names.utf8))
    output.note(
      "\(folder): written; 'burdenshare check --update \(folder)' records what its commands make now")
  }

  private static func make(_ path: String) throws {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    let reason = errno
    throw CommandFailure(
      .cannotCreate, "\(path): cannot be made: \(String(cString: strerror(reason)))",
      hint: reason == ENOENT ? "make the folder above it first; only the last one is made" : nil)
  }

  private static func refuseWhatIsThere(_ folder: String) throws {
    guard let stream = opendir(folder) else {
      guard errno != ENOENT else { return }
      let reason = errno == ENOTDIR ? "it is no folder" : String(cString: strerror(errno))
      throw CommandFailure(.cannotCreate, "\(folder): cannot be made: \(reason)", hint: "name another folder")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    guard !names.isEmpty else { return }
    let named = names.sorted().prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    throw CommandFailure(
      .cannotCreate, "\(folder): the folder is not empty, it holds \(named); nothing is written",
      hint: "name a new folder, such as \(folder)/checks")
  }

  private static let files: [(name: String, text: String)] = [
    ("series.csv", series), ("checks.yaml", checks), ("README.md", readme),
  ]

  private static let series = """
    series_id,period,value
    example,2014,101.2
    example,2015,103.9
    example,2016,104.1
    example,2017,107.8
    example,2018,108.8
    example,2019,112.6
    example,2020,111.0
    example,2021,115.3
    example,2022,119.2
    example,2023,120.7

    """

  private static let checks = """
    # What is checked. A command is written as on the command line, without 'burdenshare'; files are named from this folder.
    checks:
      - name: forecast
        command: forecast --input series.csv --model drift --model ets --horizon 3
      - name: estimates
        command: fit --input series.csv --model linear
        # How far a number may move, in parts of itself; 1e-6 unless stated. A tolerance has a reason.
        tolerance: 1e-8
        reason: a closed form, the same on every machine to nine digits
      # Series and scenarios of the data package can be checked as well:
      # - name: japan
      #   command: forecast japan-hns --as-of 2026-01-01 --model auto

    """

  private static let readme = """
    # Forecasts under regression test

    - `series.csv`: the series, `series_id,period,value`; put yours here
    - `checks.yaml`: the commands whose tables must not change without anybody having meant it
    - `baselines/`: their tables as they were accepted; written by the program, not by hand

    From the folder above, with the name of this folder for `DIR`:

        burdenshare check --update DIR   # record what the commands make now; look at the difference and commit it
        burdenshare check DIR            # compare; status 1 when a number moved

    In a git checkout --update refuses changed files that are not committed. So: change checks.yaml or series.csv, commit,
    --update, read the difference, commit baselines/.

    """
}

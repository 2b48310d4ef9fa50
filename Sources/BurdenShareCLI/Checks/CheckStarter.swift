#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder that `check init` writes: somebody's own series under regression test.
enum CheckStarter {
  /// Writes the folder.
  ///
  /// - Parameters:
  ///   - folder: which must not be there, or be empty.
  ///   - output: where notes go.
  /// - Throws: ``CommandFailure`` with status 73 when it cannot be made.
  static func write(_ folder: String, _ output: OutputOptions) throws {
    for (name, _) in files where access("\(folder)/\(name)", F_OK) == 0 {
      throw CommandFailure(
        .cannotCreate, "\(folder)/\(name): there is such a file", hint: "name another folder, or remove it")
    }
    for path in [folder, "\(folder)/\(CheckPlace.baselineFolder)"]
    where mkdir(path, 0o777) != 0 && errno != EEXIST {
      throw CommandFailure(.cannotCreate, "\(path): cannot be made: \(String(cString: strerror(errno)))")
    }
    for (name, text) in files {
      let file = try OutputFile("\(folder)/\(name)")
      try file.write(Array(text.utf8))
      try file.finish()
    }
    let names = files.map { "\(folder)/\($0.name)\n" }.joined()
    try OutputFile(nil).write(Array(names.utf8))
    output.note(
      "\(folder): written; 'burdenshare check --update \(folder)' records what its commands make now")
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

    """
}

import Datasets
import Negotiation
import Reporting
import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A projection that goes into the ledger.
struct SealedRows {
  let scenario: Scenario
  /// The digest of the scenario's file.
  let inputs: String
  let paths: [[Cell]]
  let events: [[Cell]]

  /// Refuses a ledger that cannot take a forecast, before anything is projected.
  ///
  /// - Parameter path: the ledger, there or not yet; its folder is.
  /// - Throws: ``CommandFailure`` or `DataError` when it cannot be read, is no ordinary file, or its chain is broken.
  static func check(_ path: String) throws {
    try requirePlace(path)
    let hold = try LedgerHold.take(path, isWritten: false)
    _ = try ForecastLedger.standing(path)
    hold.release()
  }

  /// Refuses a path without a folder, and what is no ordinary file.
  private static func requirePlace(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let folder = parts.joined(separator: "/")
      if !folder.isEmpty, stat(folder, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
        throw CommandFailure(
          .cannotCreate, "\(path): there is no folder '\(folder)'",
          hint: "make it, or name another file with --ledger")
      }
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure(
        .cannotCreate, "\(path): a ledger is an ordinary file", hint: "name another one with --ledger")
    }
  }

  /// Adds projections to a ledger; each file is replaced whole, or left as it was.
  ///
  /// A forecast that stands there already, number for number, is not added again. Reading and writing are one step:
  /// rows that another process sealed since ``check(_:)`` are kept.
  ///
  /// - Parameters:
  ///   - sealed: the projections.
  ///   - path: the ledger.
  ///   - package: whose data they come from.
  ///   - assumptions: of the command line.
  ///   - draws: how many.
  ///   - seed: of the random numbers.
  ///   - output: where notes go.
  /// - Throws: ``CommandFailure`` or `DataError` when the ledger is no longer sound, held for long, or cannot be written.
  static func add(
    _ sealed: [SealedRows], to path: String, _ package: DataPackage,
    assumptions: [String], draws: Draws, seed: Seed, _ output: OutputOptions
  ) throws {
    let data = try package.digest()
    try requirePlace(path)
    let hold = try LedgerHold.take(path, isWritten: true)
    var ledger = try ForecastLedger.standing(path)
    var added: [String] = []
    for projection in sealed {
      let identifier = projection.scenario.identifier
      let events = projection.events.filter { !isFact($0) }.map(asPath)
      let rows = (projection.paths + events).map { row -> [String] in
        let texts = row.map(text)
        return [
          today, texts[0], projection.scenario.asOf.description, BurdenShare.version, data,
          projection.inputs, assumptions.joined(separator: "; "), "\(seed.value)", "\(draws.count)",
        ] + texts[1...]
      }
      if let day = ledger.day(of: rows) {
        output.note("\(identifier): already sealed on \(day) in \(path), number for number; nothing is added")
        continue
      }
      for row in rows { ledger.append(row) }
      added.append(identifier)
    }
    guard !added.isEmpty else { return }
    let cells = ledger.rows.map { row in row.map { Cell.text($0) } }
    try write(Table(columns: ForecastLedger.columns, rows: cells), to: path)
    let tip: [Cell] = [.integer(ledger.rows.count), .text(ledger.lastSeal)]
    try write(Table(columns: ForecastLedger.tipColumns, rows: [tip]), to: ForecastLedger.tipPath(path))
    hold.release()
    output.note("sealed \(added.joined(separator: ", ")) in \(path): \(ledger.lastSeal)")
  }

  private static func write(_ table: Table, to path: String) throws {
    let file = try OutputFile(path)
    try file.write(table.encoded(.csv))
    try file.finish()
  }

  /// Whether an event was decided by the as-of date, so that nothing is forecast: it has no standard error.
  private static func isFact(_ row: [Cell]) -> Bool {
    if case .missing = row[4] { true } else { false }
  }

  /// An event in the columns of a path: the probability as the mean.
  private static func asPath(_ row: [Cell]) -> [Cell] {
    [row[0], .text("event:\(text(row[2]))"), .text("probability"), row[1], row[3]]
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): NumberText.string(value)
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }

  /// Today's date where the command runs.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }
}

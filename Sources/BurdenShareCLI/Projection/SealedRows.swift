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

  /// Adds projections to a ledger; the file is replaced whole, or left as it was.
  ///
  /// - Parameters:
  ///   - sealed: the projections.
  ///   - path: the ledger.
  ///   - package: whose data they come from.
  ///   - assumptions: of the command line.
  ///   - draws: how many.
  ///   - seed: of the random numbers.
  ///   - output: where notes go.
  /// - Throws: ``CommandFailure`` or `DataError` when the ledger cannot be read or written, or its chain is broken.
  static func add(
    _ sealed: [SealedRows], to path: String, _ package: DataPackage, assumptions: [String], draws: Draws,
    seed: Seed, _ output: OutputOptions
  ) throws {
    var ledger = access(path, F_OK) == 0 ? try ForecastLedger(path) : ForecastLedger()
    let data = try package.digest()
    let today = today
    for projection in sealed {
      for row in projection.paths + projection.events.map(asPath) {
        let texts = row.map(text)
        ledger.append(
          [
            today, texts[0], projection.scenario.asOf.description, BurdenShare.version, data,
            projection.inputs,
            assumptions.joined(separator: "; "), "\(seed.value)", "\(draws.count)",
          ] + texts[1...])
      }
    }
    let table = Table(
      columns: ForecastLedger.columns, rows: ledger.rows.map { $0.map { .text($0) } })
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    if !folder.isEmpty { mkdir(folder, 0o777) }
    let file = try OutputFile(path)
    try file.write(table.encoded(.csv))
    try file.finish()
    output.note(
      "sealed \(sealed.map(\.scenario.identifier).joined(separator: ", ")) in \(path): \(ledger.lastSeal)")
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

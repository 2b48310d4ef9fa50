#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Forecasts that were sealed before their result was known: a table whose rows hang on each other.
///
/// The seal of a row is the SHA-256 of the seal before it and of the row's other fields. A row that is changed, moved or
/// taken out breaks every seal after it. How many rows there are, and the last seal, stand in a second file beside the
/// table: rows taken from its end are missed there. Whoever changes both files and makes all seals anew leaves no trace in
/// them; only a copy of the last seal that stands elsewhere (in a commit, in a letter) tells.
public struct ForecastLedger: Sendable, Equatable {
  /// The columns, `seal` last.
  public static let columns = [
    "sealed_on", "scenario", "as_of", "version", "data_sha256", "inputs_sha256", "inputs", "seed", "draws",
    "measure", "unit", "period", "mean", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "seal",
  ]

  /// The seal before the first row.
  public static let origin = String(repeating: "0", count: 64)

  /// The columns of the file beside the table.
  public static let tipColumns = ["rows", "seal"]

  /// The rows, each with a text for every column.
  public private(set) var rows: [[String]]

  /// A ledger without rows.
  public init() { rows = [] }

  /// The ledger of a file.
  ///
  /// - Parameter path: the file; ``tipPath(_:)`` stands beside it.
  /// - Throws: ``DataError`` when it cannot be read, ``DataError/brokenSeal(_:)`` at the first row whose seal is not that
  ///   of its fields, or ``DataError/brokenLedger(_:reason:)`` where rows were taken from its end, nothing tells how
  ///   many there were, or only the file beside it is left.
  public init(_ path: String) throws(DataError) {
    self.init()
    var reader: CSVReader
    do { reader = try CSVReader.open(path) } catch {
      let beside = Self.tipPath(path)
      guard case .noSuchFile = error, access(beside, F_OK) == 0 else { throw error }
      throw .brokenLedger(
        path,
        reason:
          "the ledger is missing, and '\(beside)' says that rows were sealed in it; bring it back from a copy"
      )
    }
    var places: [Int] = []
    for column in Self.columns { places.append(try reader.column(column)) }
    while try reader.next() {
      var fields: [String] = []
      for place in places { fields.append(try reader.text(place)) }
      let expected = Self.seal(after: lastSeal, Array(fields.dropLast()))
      guard fields.last == expected else { throw .brokenSeal(FilePlace(path, reader.line)) }
      rows.append(fields)
    }
    try requireTip(path)
  }

  /// The ledger of a file, empty where nothing was sealed yet.
  ///
  /// - Parameter path: the file, there or not.
  /// - Returns: the ledger.
  /// - Throws: ``DataError`` as ``init(_:)`` does; a ledger that is missing while the file beside it is there is broken.
  public static func standing(_ path: String) throws(DataError) -> ForecastLedger {
    do { return try ForecastLedger(path) } catch {
      guard case .noSuchFile = error else { throw error }
      return ForecastLedger()
    }
  }

  /// Refuses a ledger that is shorter than what was sealed, or another one.
  ///
  /// A longer one is taken: its writing may have been broken off between the two files.
  private func requireTip(_ path: String) throws(DataError) {
    let beside = Self.tipPath(path)
    var reader: CSVReader
    do { reader = try CSVReader.open(beside) } catch {
      guard case .noSuchFile = error else { throw error }
      throw .brokenLedger(path, reason: "'\(beside)', which says how many rows were sealed, is missing")
    }
    let (countColumn, sealColumn) = (try reader.column("rows"), try reader.column("seal"))
    guard try reader.next() else { throw .headerOnly(reader.firstRow) }
    let text = try reader.text(countColumn)
    guard let count = Int(text), count >= 0 else {
      throw .notACount(FilePlace(beside, reader.line, countColumn + 1), column: "rows", text: text, least: 0)
    }
    guard count <= rows.count else {
      throw .brokenLedger(
        path,
        reason: "\(count) rows were sealed by '\(beside)', and \(rows.count) are there: rows were taken out")
    }
    let seal = count == 0 ? Self.origin : rows[count - 1].last
    guard try reader.text(sealColumn) == seal else {
      throw .brokenLedger(
        path, reason: "the seal of row \(count) is not that in '\(beside)': the rows were sealed anew")
    }
  }

  /// The file beside a ledger that tells how many rows were sealed, and the last seal.
  ///
  /// - Parameter path: the ledger.
  /// - Returns: the path with `.tip` after it.
  public static func tipPath(_ path: String) -> String { path + ".tip" }

  /// The seal of the last row.
  public var lastSeal: String { rows.last?.last ?? Self.origin }

  /// Adds a row.
  ///
  /// - Parameter fields: the text of every column but the seal, in the order of ``columns``; fewer are filled with nothing.
  public mutating func append(_ fields: [String]) {
    let row = Self.padded(fields)
    rows.append(row + [Self.seal(after: lastSeal, row)])
  }

  private static func padded(_ fields: [String]) -> [String] {
    let count = columns.count - 1
    return Array((fields + Array(repeating: "", count: count)).prefix(count))
  }

  /// The day on which a forecast was sealed before, number for number.
  ///
  /// - Parameter forecast: its rows as ``append(_:)`` takes them; the days in them are not compared.
  /// - Returns: the day of the first such rows, or `nil` where there are none.
  public func day(of forecast: [[String]]) -> String? {
    let wanted = forecast.map { Array(Self.padded($0).dropFirst()) }
    guard !wanted.isEmpty, wanted.count <= rows.count else { return nil }
    let known = rows.map { Array($0.dropFirst().dropLast()) }
    for start in 0...(known.count - wanted.count)
    where known[start] == wanted[0] && Array(known[start..<start + wanted.count]) == wanted {
      return rows[start].first
    }
    return nil
  }

  /// The digest of a text, by which inputs are named.
  ///
  /// - Parameter text: the text.
  /// - Returns: 64 hexadecimal digits.
  public static func digest(_ text: String) -> String { SHA256.hexadecimal(Array(text.utf8)) }

  private static func seal(after previous: String, _ fields: [String]) -> String {
    // The unit separator cannot stand in a field of a table that people read.
    digest(([previous] + fields).joined(separator: "\u{1F}"))
  }
}

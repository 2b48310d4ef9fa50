/// Forecasts that were sealed before their result was known: a table whose rows hang on each other.
///
/// The seal of a row is the SHA-256 of the seal before it and of the row's other fields. A row that is changed, moved or
/// taken out breaks every seal after it, so a miss cannot be mended once the settlement is known. Where a copy of the last
/// seal stands elsewhere (in a commit, in a letter), the whole ledger before it is fixed.
public struct ForecastLedger: Sendable, Equatable {
  /// The columns, `seal` last.
  public static let columns = [
    "sealed_on", "scenario", "as_of", "version", "data_sha256", "inputs_sha256", "inputs", "seed", "draws",
    "measure", "unit", "period", "mean", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "seal",
  ]

  /// The seal before the first row.
  public static let origin = String(repeating: "0", count: 64)

  /// The rows, each with a text for every column.
  public private(set) var rows: [[String]]

  /// A ledger without rows.
  public init() { rows = [] }

  /// The ledger of a file.
  ///
  /// - Parameter path: the file.
  /// - Throws: ``DataError`` when it cannot be read, or ``DataError/brokenSeal(_:)`` at the first row whose seal is not that
  ///   of its fields.
  public init(_ path: String) throws(DataError) {
    self.init()
    var reader = try CSVReader.open(path)
    var places: [Int] = []
    for column in Self.columns { places.append(try reader.column(column)) }
    while try reader.next() {
      var fields: [String] = []
      for place in places { fields.append(try reader.text(place)) }
      let expected = Self.seal(after: lastSeal, Array(fields.dropLast()))
      guard fields.last == expected else { throw .brokenSeal(FilePlace(path, reader.line)) }
      rows.append(fields)
    }
  }

  /// The seal of the last row.
  public var lastSeal: String { rows.last?.last ?? Self.origin }

  /// Adds a row.
  ///
  /// - Parameter fields: the text of every column but the seal, in the order of ``columns``; fewer are filled with nothing.
  public mutating func append(_ fields: [String]) {
    let count = Self.columns.count - 1
    let row = Array((fields + Array(repeating: "", count: count)).prefix(count))
    rows.append(row + [Self.seal(after: lastSeal, row)])
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

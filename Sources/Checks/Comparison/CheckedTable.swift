public import Datasets
public import Reporting

/// A table as a check sees it: the cells as text, as CSV writes them.
public struct CheckedTable: Sendable, Equatable {
  /// The names of the columns.
  public let columns: [String]
  /// The rows, each with a text for every column; empty is not available.
  public private(set) var rows: [[String]]

  /// A table of texts.
  ///
  /// - Parameters:
  ///   - columns: the names of the columns.
  ///   - rows: as many texts each.
  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// What a command made.
  ///
  /// - Parameters:
  ///   - columns: the names of the columns.
  ///   - cells: the rows.
  public init(columns: [String], cells: [[Cell]]) {
    self.columns = columns
    rows = cells.map { $0.map { Self.text($0) } }
  }

  /// Reads a table.
  ///
  /// - Parameter path: of a CSV file; a header without rows is a table too.
  /// - Throws: `DataError` with the place.
  public init(path: String) throws(DataError) {
    var reader = try CSVReader.open(path)
    var rows: [[String]] = []
    let width = reader.header.count
    while try reader.next() {
      var row: [String] = []
      row.reserveCapacity(width)
      for column in 0..<width { row.append(try reader.text(column)) }
      rows.append(row)
    }
    columns = reader.header
    self.rows = rows
  }

  /// The table with some of its columns and rows.
  ///
  /// - Parameters:
  ///   - kept: the columns, in their order here; all for `nil`.
  ///   - filter: a column and its values in the rows that are kept; all rows for `nil`.
  ///   - omitted: a column and its values in the rows that are left out; none for `nil`.
  /// - Returns: the smaller table.
  public func keeping(
    columns kept: [String]?, where filter: (column: String, values: Set<String>)?,
    but omitted: (column: String, values: Set<String>)? = nil
  ) -> CheckedTable {
    let places = columns.indices.filter { kept?.contains(columns[$0]) ?? true }
    let wanted = filter.flatMap { rule in columns.firstIndex(of: rule.column).map { ($0, rule.values) } }
    let unwanted = omitted.flatMap { rule in columns.firstIndex(of: rule.column).map { ($0, rule.values) } }
    let chosen = rows.filter { row in
      let isWanted = wanted.map { place, values in values.contains(row[place]) } ?? true
      let isUnwanted = unwanted.map { place, values in values.contains(row[place]) } ?? false
      return isWanted && !isUnwanted
    }
    return CheckedTable(
      columns: places.map { columns[$0] }, rows: chosen.map { row in places.map { row[$0] } })
  }

  /// The bytes as CSV.
  public var encoded: [UInt8] {
    Table(columns: columns, rows: rows.map { $0.map { $0.isEmpty ? .missing : .text($0) } }).encoded(.csv)
  }

  /// The text of a cell as CSV writes it.
  static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): NumberText.string(value)
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }
}

/// One cell of a table.
public enum Cell: Sendable, Equatable {
  /// Text.
  case text(String)
  /// A number, written with ten significant digits.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// Not available: an empty field, `null` in JSON.
  case missing

  /// A number, or missing for `nil`.
  ///
  /// - Parameter value: the number.
  /// - Returns: the cell.
  public static func optional(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
}

/// What a command prints: named columns and rows of cells.
public struct Table: Sendable, Equatable {
  /// The names of the columns.
  public let columns: [String]
  /// The rows, each with a cell for every column.
  public var rows: [[Cell]]

  /// A table.
  ///
  /// - Parameters:
  ///   - columns: the names.
  ///   - rows: the rows.
  public init(columns: [String], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// The forms in which a table is written.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Aligned columns with rounded numbers, for a terminal.
  case table
  /// RFC 4180 with LF.
  case csv
  /// An array of one object a row.
  case json
}

/// Writes a table piece by piece, so that rows need not all be held.
///
/// The aligned form has to know its widths: it is written in blocks of rows, each aligned and rounded by its own rows
/// in columns no narrower than those of the block before.
public struct TableEncoder: Sendable {
  private let format: TableFormat
  private let columns: [String]
  private var held: [[Cell]] = []
  private var widths: [Int] = []
  /// How many rows of the aligned form are held.
  public static let alignedBlock = 10_000
  private var isFirst = true

  /// An encoder for a table.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - columns: the names of the columns.
  public init(_ format: TableFormat, columns: [String]) {
    self.format = format
    self.columns = columns
  }

  /// The bytes before the first row.
  ///
  /// - Returns: the header in CSV, the opening bracket in JSON.
  public func header() -> [UInt8] {
    switch format {
    case .table: return []
    case .json: return Array("[".utf8)
    case .csv:
      var bytes: [UInt8] = []
      CSVText.append(columns.map { .text($0) }, to: &bytes)
      return bytes
    }
  }

  /// The bytes of more rows.
  ///
  /// - Parameter rows: the rows.
  /// - Returns: their text; the aligned form holds a block back.
  public mutating func append(_ rows: [[Cell]]) -> [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .table:
      for row in rows {
        held.append(row)
        if held.count == Self.alignedBlock { bytes += alignedRows() }
      }
    case .csv: for row in rows { CSVText.append(row, to: &bytes) }
    case .json:
      for row in rows {
        bytes.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
        isFirst = false
        JSONText.append(columns, row, to: &bytes)
      }
    }
    return bytes
  }

  /// The bytes after the last row.
  ///
  /// - Returns: the last block of the aligned form, or the closing bracket in JSON.
  public mutating func finish() -> [UInt8] {
    switch format {
    case .table: alignedRows()
    case .csv: []
    case .json: Array((isFirst ? "]\n" : "\n]\n").utf8)
    }
  }

  private mutating func alignedRows() -> [UInt8] {
    defer { held.removeAll(keepingCapacity: true) }
    return Array(AlignedText.render(Table(columns: columns, rows: held), widths: &widths).utf8)
  }
}

extension Table {
  /// The whole table as text.
  ///
  /// - Parameter format: the form.
  /// - Returns: the bytes.
  public func encoded(_ format: TableFormat) -> [UInt8] {
    var encoder = TableEncoder(format, columns: columns)
    return encoder.header() + encoder.append(rows) + encoder.finish()
  }
}

import Checks
import Reporting

/// The rows of `check` and `verify`.
enum CheckRows {
  /// The names of the columns.
  static let columns = ["check", "item", "column", "expected", "actual", "difference", "tolerance", "status"]

  /// The row of a cell.
  ///
  /// - Parameter cell: that moved, is missing or new.
  /// - Returns: as many cells as there are columns.
  static func row(_ cell: ComparedCell) -> [Cell] {
    [
      .text(cell.check), .text(cell.item), .text(cell.column), .text(cell.expected), .text(cell.actual),
      .optional(cell.difference), .optional(cell.tolerance), .text(cell.state.rawValue),
    ]
  }

  /// Writes the table; that nobody reads it is no success of what it tells.
  ///
  /// - Parameters:
  ///   - table: the rows.
  ///   - output: how and where.
  /// - Throws: ``CommandFailure``.
  static func write(_ table: Table, _ output: OutputOptions) throws {
    do { try TableOutput.write(table, output) } catch is ClosedPipe {}
  }
}

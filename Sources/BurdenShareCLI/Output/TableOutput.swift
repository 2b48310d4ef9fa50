import Reporting

/// A table on its way out: opened when the first rows are there, so that a command that fails before leaves nothing.
struct TableOutput {
  private let options: OutputOptions
  private let columns: [String]
  private var file: OutputFile?
  private var encoder: TableEncoder

  /// A table to be written as the options say.
  ///
  /// - Parameters:
  ///   - columns: the names of its columns.
  ///   - options: format and place.
  /// - Throws: ``CommandFailure`` for an extension that names no format.
  init(columns: [String], _ options: OutputOptions) throws {
    self.options = options
    self.columns = columns
    encoder = TableEncoder(try options.resolvedFormat, columns: columns)
  }

  /// Whether rows have been written.
  var hasRows: Bool { file != nil }

  /// Writes rows.
  ///
  /// - Parameter rows: with a cell for each column.
  /// - Throws: ``CommandFailure`` or ``ClosedPipe``.
  mutating func append(_ rows: [[Cell]]) throws {
    guard !rows.isEmpty else { return }
    try opened().write(encoder.append(rows))
  }

  /// Writes what is left and puts a file in its place; a table without rows is written with its header.
  ///
  /// - Throws: ``CommandFailure`` or ``ClosedPipe``.
  mutating func finish() throws {
    let target = try opened()
    try target.write(encoder.finish())
    try target.finish()
  }

  /// The place to write to, opened and headed at the first call.
  private mutating func opened() throws -> OutputFile {
    if let file { return file }
    let opened = try OutputFile(options.file)
    try opened.write(encoder.header())
    file = opened
    return opened
  }

  /// Writes a whole table.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - options: format and place.
  /// - Throws: ``CommandFailure`` or ``ClosedPipe``.
  static func write(_ table: Table, _ options: OutputOptions) throws {
    var output = try TableOutput(columns: table.columns, options)
    try output.append(table.rows)
    try output.finish()
  }
}

import Checks
import Datasets
import Reporting

/// A table on its way out: opened when the first rows are there, so that a command that fails before leaves nothing.
///
/// A table in a file gets a manifest beside it that tells how it was made; both appear, or neither.
struct TableOutput {
  private let options: OutputOptions
  private let columns: [String]
  private var file: OutputFile?
  private var encoder: TableEncoder
  private var digest = SHA256()
  private let capture: TableCapture?

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
    capture = TableCapture.current
    capture?.columns = columns
  }

  /// Whether rows have been written.
  var hasRows: Bool { capture.map { !$0.rows.isEmpty } ?? (file != nil) }

  /// Writes rows.
  ///
  /// - Parameter rows: with a cell for each column.
  /// - Throws: ``CommandFailure`` or ``ClosedPipe``.
  mutating func append(_ rows: [[Cell]]) throws {
    guard !rows.isEmpty else { return }
    if let capture {
      capture.rows += rows
      return
    }
    try write(encoder.append(rows), to: opened())
  }

  /// Writes what is left and puts a file in its place; a table without rows is written with its header.
  ///
  /// - Throws: ``CommandFailure`` or ``ClosedPipe``.
  mutating func finish() throws {
    if let capture {
      capture.isFinished = true
      return
    }
    let target = try opened()
    try write(encoder.finish(), to: target)
    let manifest = try manifest(target)
    try target.finish()
    try manifest?.finish()
  }

  private mutating func write(_ bytes: [UInt8], to target: OutputFile) throws {
    // Rows and the progress line may go to one terminal.
    if !bytes.isEmpty { TerminalLine.standardError.wipe() }
    try target.write(bytes)
    if target.isOrdinary { digest.add(bytes) }
  }

  /// The manifest, written whole before the table takes its place; none for a pipe or a device.
  private func manifest(_ target: OutputFile) throws -> OutputFile? {
    guard target.isOrdinary, let path = options.file, let invocation = Invocation.current else { return nil }
    let manifest = TableManifest(
      command: invocation.words, seed: invocation.seed, format: try options.resolvedFormat,
      output: digest.hexadecimal(), facts: RunFacts.ofThisRun())
    let file = try OutputFile(TableManifest.path(of: path))
    try file.write(manifest.encoded)
    return file
  }

  /// The place to write to, opened and headed at the first call.
  private mutating func opened() throws -> OutputFile {
    if let file { return file }
    let opened = try OutputFile(options.file)
    let header = encoder.header()
    try opened.write(header)
    if opened.isOrdinary { digest.add(header) }
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

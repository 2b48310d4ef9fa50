import Checks
import Datasets
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A table on its way out: opened when the first rows are there, so that a command that fails before leaves nothing.
///
/// A table in a file gets a manifest beside it that tells how it was made; both appear, or neither.
struct TableOutput {
  private let options: OutputOptions
  private let columns: [String]
  private let invocation: Invocation?
  private var file: OutputFile?
  private var encoder: TableEncoder
  private var digest = SHA256()
  private let capture: TableCapture?

  /// A table to be written as the options say.
  ///
  /// - Parameters:
  ///   - columns: the names of its columns.
  ///   - options: format and place.
  ///   - invocation: the command that makes it, or `nil` for a table that no command makes again.
  /// - Throws: ``CommandFailure`` for an extension that names no format.
  init(columns: [String], _ options: OutputOptions, madeBy invocation: Invocation? = .current) throws {
    self.options = options
    self.columns = columns
    self.invocation = invocation
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
    if manifest == nil, target.isOrdinary, let path = options.file { try Self.removeManifest(of: path) }
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
    guard target.isOrdinary, let path = options.file, let invocation else { return nil }
    let manifest = TableManifest(
      command: invocation.words, seed: invocation.seed, format: try options.resolvedFormat,
      output: digest.hexadecimal(), facts: RunFacts.ofThisRun(invocation.files))
    let file = try OutputFile(TableManifest.path(of: path))
    try file.write(manifest.encoded)
    return file
  }

  /// Takes away the manifest of an earlier table, which would say that this one was changed.
  private static func removeManifest(of path: String) throws {
    let manifest = TableManifest.path(of: path)
    guard unlink(manifest) != 0, errno != ENOENT else { return }
    throw CommandFailure(
      .cannotCreate,
      "\(manifest): the manifest of an earlier table cannot be removed: \(String(cString: strerror(errno)))",
      hint: "remove it, or write to another file")
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
  ///   - invocation: the command that makes it, or `nil` for a table that no command makes again.
  /// - Throws: ``CommandFailure`` or ``ClosedPipe``.
  static func write(_ table: Table, _ options: OutputOptions, madeBy invocation: Invocation? = .current)
    throws
  {
    var output = try TableOutput(columns: table.columns, options, madeBy: invocation)
    try output.append(table.rows)
    try output.finish()
  }
}

import Datasets

/// A folder of stored tables, one CSV file a check, with a manifest that tells whether they are what was written.
public struct Baselines: Sendable {
  /// What stands in the manifest.
  public let manifest: BaselineManifest
  /// The tables that are what was written, by the names of their checks.
  public let tables: [String: CheckedTable]
  /// Why others cannot be used, by the names of their checks.
  public let damaged: [String: CheckError]

  /// Reads a folder and checks every file against the manifest; one that is not sound does not hide the others.
  ///
  /// - Parameter folder: where they are.
  /// - Throws: ``CheckError`` for a manifest that is missing, truncated, edited or of another form; `DataError` for one that
  ///   cannot be read.
  public init(folder: String) throws {
    let path = "\(folder)/\(BaselineManifest.fileName)"
    let bytes: [UInt8]
    do { bytes = try ByteSource.wholeFile(path) } catch DataError.noSuchFile {
      throw CheckError.noBaselines(folder: folder)
    }
    let manifest = try BaselineManifest(bytes, path: path)
    var tables: [String: CheckedTable] = [:]
    var damaged: [String: CheckError] = [:]
    for entry in manifest.entries {
      do throws(CheckError) { tables[entry.check] = try Self.table(entry, in: folder) } catch {
        damaged[entry.check] = error
      }
    }
    self.manifest = manifest
    self.tables = tables
    self.damaged = damaged
  }

  private static func table(_ entry: BaselineManifest.Entry, in folder: String) throws(CheckError)
    -> CheckedTable
  {
    let file = path(of: entry.check, in: folder)
    let found: [UInt8]
    do { found = try ByteSource.wholeFile(file) } catch {
      if case .noSuchFile = error { throw .missingBaseline(file: file) }
      throw .unreadable(reason: "\(error)")
    }
    guard found.count >= entry.bytes else {
      throw .truncated(file: file, bytes: found.count, expected: entry.bytes)
    }
    guard SHA256.hexadecimal(found) == entry.digest else { throw .edited(file: file) }
    do { return try CheckedTable(path: file) } catch { throw .unreadable(reason: "\(error)") }
  }

  /// The tables of a folder whose manifest cannot be used: what they say is shown, and passes for nothing.
  ///
  /// - Parameters:
  ///   - folder: where they are.
  ///   - checks: their names.
  /// - Returns: those that can be read.
  public static func salvaged(folder: String, checks: [String]) -> [String: CheckedTable] {
    var tables: [String: CheckedTable] = [:]
    for check in checks { tables[check] = try? CheckedTable(path: path(of: check, in: folder)) }
    return tables
  }

  /// Where the table of a check stands.
  ///
  /// - Parameters:
  ///   - check: its name.
  ///   - folder: of the baselines.
  /// - Returns: the path.
  public static func path(of check: String, in folder: String) -> String { "\(folder)/\(check).csv" }

  /// The files of new baselines: the tables, and last the manifest, which makes them valid.
  ///
  /// - Parameters:
  ///   - tables: by check, with the command of each, in the order in which they are told.
  ///   - tolerances: by which they will be compared; `nil` keeps none.
  ///   - facts: what they were made from.
  /// - Returns: names within the folder, and bytes.
  public static func files(
    _ tables: [(check: String, command: [String], table: CheckedTable)],
    tolerances: Tolerances? = nil, facts: RunFacts
  ) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var entries: [BaselineManifest.Entry] = []
    for (check, command, table) in tables {
      let bytes = table.encoded
      files.append(("\(check).csv", bytes))
      entries.append(
        .init(
          check: check, command: command, bytes: bytes.count, digest: SHA256.hexadecimal(bytes),
          tolerances: tolerances?.digest(of: check)))
    }
    return files
      + [(BaselineManifest.fileName, BaselineManifest(entries: entries, facts: facts).encoded)]
  }
}

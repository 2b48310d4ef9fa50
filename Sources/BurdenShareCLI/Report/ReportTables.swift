import ArgumentParser
import Datasets
import Reporting

/// The tables beside a page, each with the command that prints the same.
struct ReportTables {
  private var tables: [(name: String, table: Table, invocation: Invocation?)] = []
  private let data: DataOptions
  /// The files that the tables added next depend on.
  var files: [String]

  /// No tables yet.
  ///
  /// - Parameters:
  ///   - data: the data package of the report.
  ///   - files: that the tables added next depend on.
  init(data: DataOptions, files: [String]) { (self.data, self.files) = (data, files) }

  /// Adds a table.
  ///
  /// - Parameters:
  ///   - name: of its file, without extension.
  ///   - table: the table.
  ///   - words: the command that prints it, without `--data`; `nil` where none does.
  /// - Throws: ``CommandFailure`` for words that call no such command.
  mutating func add(_ name: String, _ table: Table, _ words: [String]?) throws {
    // A command that has no row to print may end without a table.
    guard let words, !table.rows.isEmpty else { return tables.append((name, table, nil)) }
    let whole = words + (data.folder.map { ["--data=\($0)"] } ?? [])
    var invocation = Invocation(try TableWords.command(whole), words: whole)
    invocation?.files = files
    tables.append((name, table, invocation))
  }

  /// Writes all as CSV, with their manifests.
  ///
  /// - Parameter folder: where to.
  /// - Throws: ``CommandFailure``.
  func write(to folder: String) throws {
    var options = try OutputOptions.parse([])
    options.format = .csv
    for (name, table, invocation) in tables {
      options.output = "\(folder)/\(name).csv"
      try TableOutput.write(table, options, madeBy: invocation)
    }
  }
}

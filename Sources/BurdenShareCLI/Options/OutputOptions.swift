public import ArgumentParser
public import Reporting

extension TableFormat: ExpressibleByArgument {}
extension ForecastLayout: ExpressibleByArgument {}

/// How and where a table is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the table is written: table (aligned, rounded, in blocks of \(TableEncoder.alignedBlock) rows), csv or json. "
        + "Default: table on a terminal, else csv."))
  var format: TableFormat?

  @Option(
    name: [.short, .long],
    help: "Write to this file instead of standard output (-); .csv, .json or .txt set the format.")
  var output: String?

  @Flag(help: "No notes on standard error, only errors.")
  var quiet = false

  @Flag(help: "More notes on standard error.")
  var verbose = false

  /// The file to write to, or `nil` for standard output, which is also called `-`.
  var file: String? { output == "-" ? nil : output }

  /// Checks the file's name.
  ///
  /// - Throws: a validation error for an empty one.
  func validate() throws {
    if output?.isEmpty ?? false { throw ValidationError("--output has an empty name; - is standard output") }
  }

  /// The format asked for, that of the file's extension, or the one that fits the place.
  var resolvedFormat: TableFormat {
    get throws {
      if let format { return format }
      guard let file else { return Console.outputIsTerminal ? .table : .csv }
      let name = file.split(separator: "/").last ?? ""
      guard let dot = name.lastIndex(of: ".") else { return .csv }
      switch name[name.index(after: dot)...].lowercased() {
      case "csv": return .csv
      case "json": return .json
      case "txt", "table": return .table
      case let other:
        throw CommandFailure(
          .usage,
          "\(file): no table format for the extension '.\(other)'; use .csv, .json, .txt or --format")
      }
    }
  }

  /// Notes as they are told, none where it is to be quiet.
  ///
  /// - Parameter notes: one line each.
  /// - Returns: lines for standard error.
  func notes(_ notes: [String]) -> [String] { quiet ? [] : notes.map { "note: \($0)" } }

  /// Tells something on standard error, unless it is to be quiet.
  ///
  /// - Parameter note: one line.
  func note(_ note: String) {
    if !quiet { Console.say("note: \(note)") }
  }
}

import Datasets
public import Reporting

/// What is written beside a table: how it was made, so that anybody can make it again and see whether it is the same.
public struct TableManifest: Sendable, Equatable {
  /// The number of this form.
  static let form = 1

  /// The words of the command, without the program's name.
  public let command: [String]
  /// The seed of the random numbers, where the command has one.
  public let seed: UInt64?
  /// How the table is written: table, csv or json.
  public let format: TableFormat
  /// The SHA-256 digest of the table's bytes.
  public let output: String
  /// What the result depends on beside the command.
  public let facts: RunFacts

  /// What is to be written beside a table.
  ///
  /// - Parameters:
  ///   - command: the words without the program's name.
  ///   - seed: of the random numbers, or `nil`.
  ///   - format: how the table is written.
  ///   - output: the digest of its bytes.
  ///   - facts: what it depends on.
  public init(command: [String], seed: UInt64?, format: TableFormat, output: String, facts: RunFacts) {
    self.command = command
    self.seed = seed
    self.format = format
    self.output = output
    self.facts = facts
  }

  /// Where the manifest of a table stands.
  ///
  /// - Parameter path: of the table.
  /// - Returns: the same with `.meta.json` behind it.
  public static func path(of path: String) -> String { path + ".meta.json" }

  /// The bytes: JSON with a seal.
  public var encoded: [UInt8] {
    let head = [
      JSONMember("form", .integer(Self.form)),
      JSONMember("program", "burdenshare"),
      JSONMember("command", .array(command.map { .text($0) })),
      // A seed may be larger than the whole numbers that JSON readers keep.
      JSONMember("seed", seed.map { .text("\($0)") } ?? .null),
      JSONMember("format", .text(format.rawValue)),
      JSONMember("output", .text(output)),
    ]
    return SealedDocument.encoded(head + facts.members)
  }

  /// Reads a manifest.
  ///
  /// - Parameter path: of the JSON file.
  /// - Throws: ``CheckError``, `DataError` for a file that cannot be read.
  public init(path: String) throws {
    let node = try SealedDocument.read(try ByteSource.wholeFile(path), file: path, form: Self.form)
    guard let command = try node.texts(ifPresent: "command"), !command.isEmpty else {
      throw CheckError.badManifest(file: path, reason: "'command' is missing")
    }
    guard let format = TableFormat(rawValue: try node.text("format")) else {
      throw CheckError.badManifest(file: path, reason: "'format' is none of table, csv, json")
    }
    self.init(
      command: command, seed: try node.text(ifPresent: "seed").flatMap { UInt64($0) }, format: format,
      output: try node.text("output"), facts: try RunFacts(node))
  }
}

import Datasets
import Reporting

/// What stands beside baselines: which files there are, with their digests, and what they were made from.
public struct BaselineManifest: Sendable, Equatable {
  /// The number of this form.
  static let form = 1
  /// The name of the file.
  public static let fileName = "manifest.json"

  /// One file of baselines.
  public struct Entry: Sendable, Equatable {
    /// The check, and the name of the file without its ending.
    public let check: String
    /// The command that makes the table.
    public let command: [String]
    /// How many bytes the file has.
    public let bytes: Int
    /// Their SHA-256 digest.
    public let digest: String
    /// The digest of the tolerances at the recording; `nil` in manifests from before it was kept.
    public let tolerances: String?
  }

  /// The files in the order of the checks.
  public let entries: [Entry]
  /// What they were made from.
  public let facts: RunFacts

  var encoded: [UInt8] {
    let files = entries.map { entry in
      JSONMember(
        entry.check,
        .object(
          [
            JSONMember("command", .text(entry.command.joined(separator: " "))),
            JSONMember("bytes", .integer(entry.bytes)), JSONMember("sha256", .text(entry.digest)),
          ] + (entry.tolerances.map { [JSONMember("tolerances", .text($0))] } ?? [])))
    }
    return SealedDocument.encoded(
      [JSONMember("form", .integer(Self.form)), JSONMember("files", .object(files))] + facts.members)
  }

  init(entries: [Entry], facts: RunFacts) {
    self.entries = entries
    self.facts = facts
  }

  init(_ bytes: [UInt8], path: String) throws {
    let node = try SealedDocument.read(bytes, file: path, form: Self.form)
    var entries: [Entry] = []
    guard let files = try node.member("files"), case .object(let members) = files.content else {
      throw CheckError.badManifest(file: path, reason: "'files' is missing")
    }
    for (check, file) in members {
      entries.append(
        Entry(
          check: check, command: try file.text("command").split(separator: " ").map(String.init),
          bytes: try file.integer(ifPresent: "bytes") ?? 0, digest: try file.text("sha256"),
          tolerances: try file.text(ifPresent: "tolerances")))
    }
    self.init(entries: entries, facts: try RunFacts(node))
  }
}

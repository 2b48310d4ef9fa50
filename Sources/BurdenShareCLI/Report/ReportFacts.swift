import Checks
import Datasets
import Reporting

/// What a report tells of its making: the command, the bytes of the data, and the kernel of OpenBLAS.
enum ReportFacts {
  /// The facts of this process, from what the manifest of a table holds.
  ///
  /// - Returns: a line for each; the digest is that of the files' names and digests, as `sha256sum` writes them.
  static func ofThisRun() -> [ReportModel.Provenance] {
    let facts = RunFacts.ofThisRun()
    var digest = SHA256()
    for file in facts.data { digest.add(Array("\(file.digest ?? "")  \(file.path)\n".utf8)) }
    let words = CommandLine.arguments.dropFirst().map(quoted)
    return [
      ReportModel.Provenance("Command", (["burdenshare"] + words).joined(separator: " ")),
      ReportModel.Provenance("Data read", "\(facts.data.count) files, SHA-256 \(digest.hexadecimal())"),
      ReportModel.Provenance("Linear algebra", "\(facts.blas), kernel \(facts.kernel)"),
    ]
  }

  /// A word as a shell reads it.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_./=,:@+".utf8.contains(byte)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

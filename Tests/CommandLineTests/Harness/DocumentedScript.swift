import Foundation
import Testing

/// A block of shell commands in the documentation that is marked as runnable: ```` ```sh runnable ````.
struct DocumentedScript: Sendable, CustomTestStringConvertible {
  /// The file, from the checkout's root.
  let file: String
  /// The line of the block's fence.
  let line: Int
  /// The commands.
  let text: String

  /// File and line.
  var testDescription: String { "\(file):\(line)" }

  /// The blocks of the README and of everything under `docs`, in the order of files and lines.
  static let all: [DocumentedScript] = {
    let root = Program.tests.deletingLastPathComponent().deletingLastPathComponent()
    let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent("docs").path)
    let names = (paths?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    return (["README.md"] + names.sorted()).flatMap { name in
      scripts(
        in: (try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)) ?? "", file: name)
    }
  }()

  /// The blocks of one file.
  static func scripts(in text: String, file: String) -> [DocumentedScript] {
    var scripts: [DocumentedScript] = []
    var open: (line: Int, commands: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open {
        if line == "```" {
          scripts.append(
            DocumentedScript(
              file: file, line: block.line, text: block.commands.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open = (block.line, block.commands + [String(line)])
        }
      } else if line == "```sh runnable" {
        open = (index + 1, [])
      }
    }
    return scripts
  }
}

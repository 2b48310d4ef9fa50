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
  /// Lines that the document shows as their output: those of the blocks ```` ```text ```` between it and the next one, but for
  /// `…`, which stands for lines left out.
  let shown: [String]

  /// File and line.
  var testDescription: String { "\(file):\(line)" }

  /// The README, what contributors and readers of the data are told, everything under `docs`, and the pages of the gallery:
  /// names and texts.
  static let documents: [(name: String, text: String)] = {
    let root = Program.data.deletingLastPathComponent()
    let names: [String] = ["docs", "notebooks-out"].flatMap { folder in
      let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      let all = (paths?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }
      return all.sorted().map { "\(folder)/\($0)" }
    }
    return (["README.md", "CONTRIBUTING.md", "data/README.md"] + names).map { name in
      (name, (try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)) ?? "")
    }
  }()

  /// The runnable blocks, in the order of files and lines.
  static let all: [DocumentedScript] = documents.flatMap { scripts(in: $0.text, file: $0.name) }

  /// The documents that have such blocks.
  static let files: [String] = Set(all.map(\.file)).sorted()

  /// The commands that a text shows on lines of their own: those of a block, indented or fenced, or a step of a workflow; without
  /// comments.
  ///
  /// - Parameter text: Markdown.
  /// - Returns: each command on one line, without options that only say where the table goes.
  static func commands(in text: String) -> [String] {
    let joined = text.replacingOccurrences(of: "\\\n", with: " ")
    return joined.split(separator: "\n").compactMap { line in
      let words = line.drop { $0 == " " }.trimmingPrefix("- run: ")
      guard words.hasPrefix("burdenshare ") else { return nil }
      return essence(String(words))
    }
  }

  /// The words in code marks within sentences: ```` `forecast --explain` ````.
  ///
  /// - Parameter text: Markdown; its fenced blocks are left out.
  /// - Returns: each on one line.
  static func spans(in text: String) -> [String] {
    let prose = text.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 0 }.map(
      \.element)
    let pieces = prose.joined(separator: "\n").components(separatedBy: "`")
    return pieces.enumerated().filter { $0.offset % 2 == 1 }.map {
      $0.element.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// The commands that stand within sentences, each once, in the order of their names.
  static let inSentences: [String] = Set(
    documents.flatMap { spans(in: $0.text) }.filter { $0.hasPrefix("burdenshare ") }.map(essence)
  ).sorted()

  /// Those that no test runs as they stand, with the reason.
  static let incomplete: [String: String] = [
    "burdenshare backtest": "names a command that needs a series",
    "burdenshare backtest --gaps interpolate": "names a command that needs a series",
    "burdenshare fit": "names a command that needs a series",
    "burdenshare forecast": "names a command that needs a series",
    "burdenshare project": "names a command that needs a scenario",
    "burdenshare strategy game": "names a command that needs a game",
    "burdenshare verify": "names a command that needs a table",
    "burdenshare verify FILE": "FILE stands for a table",
    "burdenshare COMMAND --help": "COMMAND stands for any; HelpTests asks all for their help",
    "burdenshare forecast SERIES --explain": "SERIES stands for any",
    "burdenshare project SCENARIO": "SCENARIO stands for any",
    "burdenshare models explain NAME": "NAME stands for any",
    "burdenshare scenario new NAME": "NAME stands for any",
    "burdenshare check --update": "would record the package's own baselines; blocks record those of a folder",
    "burdenshare check": "takes minutes; CI runs it on four kernels",
    "burdenshare report": "takes a minute without optimisation; CI runs it in make report-check",
  ]

  /// A command without its comment, without what it is piped to, and without where its table goes and how many draws it takes.
  static func essence(_ command: String) -> String {
    var rest = command
    for pattern in [
      " +# .*$", " *(\\|\\||&&|\\|) .*$", " --(quiet|plot ascii)",
      " (-o|--output|--chart|--draws|--format) [^ ]+", " +$",
    ] {
      rest = rest.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
    }
    return rest.replacingOccurrences(of: " +", with: " ", options: .regularExpression)
  }

  /// The blocks of one file.
  static func scripts(in text: String, file: String) -> [DocumentedScript] {
    var scripts: [DocumentedScript] = []
    var open: (line: Int, fence: String, lines: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let block = open else {
        if line.hasPrefix("```") { open = (index + 1, String(line), []) }
        continue
      }
      guard line == "```" else {
        open = (block.line, block.fence, block.lines + [String(line)])
        continue
      }
      open = nil
      if block.fence == "```sh runnable" {
        let commands = block.lines.joined(separator: "\n") + "\n"
        scripts.append(DocumentedScript(file: file, line: block.line, text: commands, shown: []))
      } else if block.fence == "```text", let last = scripts.popLast() {
        scripts.append(
          DocumentedScript(
            file: file, line: last.line, text: last.text,
            shown: last.shown + block.lines.filter { !["", "…"].contains($0) }))
      }
    }
    return scripts
  }
}

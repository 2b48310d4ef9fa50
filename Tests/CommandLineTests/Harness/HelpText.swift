import Foundation

/// What `--help` prints of one command.
struct HelpText: Sendable {
  /// The words that call the command, without the program's name.
  let words: [String]
  /// The text.
  let text: String
  /// The status with which it was printed.
  let status: Int32

  /// The help of a command and of all commands below it, in the order of the help.
  ///
  /// - Parameter words: the command; the program itself for none.
  /// - Returns: one help for each.
  /// - Throws: what the shell throws.
  static func all(_ words: [String] = []) async throws -> [HelpText] {
    let line = (["burdenshare"] + words + ["--help"]).joined(separator: " ")
    let run = try await ShellRun.run(line, in: Sandbox())
    let help = HelpText(
      words: words, text: String(decoding: run.output, as: UTF8.self), status: run.status)
    var all = [help]
    for name in help.subcommands { all += try await HelpText.all(words + [name]) }
    return all
  }

  /// The commands below this one.
  var subcommands: [String] {
    section("SUBCOMMANDS").compactMap { line in
      // Names are indented by two blanks; the lines that continue a description by more, the last hint is a sentence.
      guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("'burdenshare help") else {
        return nil
      }
      return line.split(separator: " ").first.map(String.init)
    }
  }

  /// The lines under the heading of examples, as printed.
  var examples: [String] { section("EXAMPLE") + section("EXAMPLES") }

  /// The lines from a heading to the next heading, without blank ones.
  private func section(_ heading: String) -> [String] {
    var lines: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == heading + ":" {
        isInside = true
      } else if line.isEmpty, heading != "SUBCOMMANDS" {
        isInside = false
      } else if isInside, !line.isEmpty {
        lines.append(line)
      }
    }
    return lines
  }
}

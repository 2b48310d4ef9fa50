import ArgumentParser
import Datasets
import Foundation
import Reporting
import Testing

@testable import BurdenShareCLI

/// The columns of every table beside those that `docs/tables.md` promises.
struct TableContractTests {
  private static let root = Program.tests.deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// The columns under each heading.
  private static func promised() throws -> [String: [String]] {
    var tables: [String: [String]] = [:]
    var name = ""
    for line in try text("docs/tables.md").split(separator: "\n").map(String.init) {
      if line.hasPrefix("## `") {
        name = String(line.dropFirst(4).prefix { $0 != "`" })
        tables[name] = []
      } else if line.hasPrefix("| `") {
        tables[name]?.append(String(line.dropFirst(3).prefix { $0 != "`" }))
      }
    }
    return tables
  }

  /// The tables that a command and its subcommands print: the command alone for what it prints by default, and one for each
  /// other value of `--table` or `--layout`, as its help lists them.
  private static func printed(_ command: any ParsableCommand.Type, path: [String]) -> [String] {
    let subcommands = command.configuration.subcommands
    guard subcommands.isEmpty else {
      let standard = command.configuration.defaultSubcommand?._commandName
      return subcommands.flatMap {
        printed($0, path: $0._commandName == standard ? path : path + [$0._commandName])
      }
    }
    let name = path.joined(separator: " ")
    let help = BurdenShare.helpMessage(for: command, columns: 10_000)
    guard help.contains("--format <format>") else { return [] }
    for option in ["--table", "--layout"] {
      guard let line = help.split(separator: "\n").first(where: { $0.hasPrefix("  \(option) <") }),
        let values = line.firstMatch(of: /\(values: ([^;)]*); default: ([^)]*)\)/)
      else { continue }
      let others = values.1.split(separator: ", ").filter { $0 != values.2 }
      return [name] + others.map { "\(name) \(option) \($0)" }
    }
    return [name]
  }

  /// What follows a heading, or the command of one, so that a table is quickly made.
  private static let arguments: [String: String] = [
    "fit": "--input input.csv --model linear", "fit --table breaks": "korea-sma",
    "forecast": "--input input.csv --model linear", "backtest": "--input input.csv --model linear",
    "data show": "korea-sma", "models explain": "drift", "scenario show": "korea-2031",
    "strategy game": "japan-korea-dilemma", "strategy spatial": "japan-2027",
    "strategy bargain": "japan-2027",
    "check": "made", "verify": "made.csv",
  ]

  private static func line(_ heading: String) -> String {
    let command = heading.split(separator: " ").prefix { !$0.hasPrefix("--") }.joined(separator: " ")
    return "burdenshare \(heading) \(arguments[heading] ?? arguments[command] ?? "")"
  }

  @Test func everyTableHasTheColumnsThatAreWrittenDown() async throws {
    let promised = try Self.promised()
    var found: [String: [String]] = [:]
    for table in ProjectionTable.allCases {
      found[table == .paths ? "project" : "project --table \(table.rawValue)"] = table.columns
    }
    for table in ReplayTable.allCases {
      found[table == .rounds ? "replay" : "replay --table \(table.rawValue)"] = table.columns
    }
    // A report's other tables are those of commands.
    let package = try DataPackage(Program.data.path)
    found["unconfirmed.csv"] = try DataPart([], package, Selection()).unconfirmed.columns
    let printed = Self.printed(BurdenShare.self, path: [])
    #expect(printed.contains("strategy bargain --table zone") && printed.contains("forecast --layout long"))
    let quick = printed.filter { found[$0] == nil }
    let sandbox = try Sandbox()
    let values = (2001...2015).map { "a,\($0),\($0 % 3 + $0 / 2)\n" }.joined()
    try Data("series_id,period,value\n\(values)".utf8).write(
      to: sandbox.folder.appendingPathComponent("input.csv"))
    // One shell for all: a process each would be most of the time.
    var line = "burdenshare data sources -o made.csv --quiet; burdenshare check init made --quiet >init.txt; "
    line += "burdenshare check --update made >update.csv 2>/dev/null; "
    for (index, heading) in quick.enumerated() {
      line += "\(Self.line(heading)) 2>/dev/null | head -n 1 >\(index).header; "
    }
    _ = try await ShellRun.run(line, in: sandbox)
    for (index, heading) in quick.enumerated() {
      let header = try String(
        contentsOf: sandbox.folder.appendingPathComponent("\(index).header"), encoding: .utf8)
      found[heading] = header.trimmingCharacters(in: .newlines).split(separator: ",").map(String.init)
    }
    for (name, columns) in found { #expect(promised[name] == columns, "\(name)") }
    #expect(Set(promised.keys) == Set(found.keys))
  }

  @Test func theReadmeListsTheColumnsThatAreWrittenDown() throws {
    let promised = try Self.promised()
    let text = try Self.text("README.md")
    let start = try #require(text.range(of: "| from | columns |\n| --- | --- |\n")).upperBound
    let rows = text[start...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("|") }
    #expect(rows.count > 30)
    for row in rows {
      let cells = row.split(separator: "|").map { Self.quoted($0) }
      let lists = cells[1].filter { $0.contains(",") }
      var names: [String] = []
      // What follows the first name is another value of its option, or another command.
      for name in cells[0] + cells[1].filter({ $0.hasPrefix("--table ") }) {
        guard let first = names.first, promised[name] == nil else {
          names.append(name)
          continue
        }
        let kept = name.hasPrefix("--") ? first[...] : first[..<(first.lastIndex(of: " ") ?? first.endIndex)]
        names.append("\(kept) \(name)")
      }
      #expect(lists.count == 1 || lists.count == names.count, "\(row)")
      for (index, name) in names.enumerated() {
        let list = lists.count == 1 ? lists.first : lists.dropFirst(index).first
        #expect(promised[name]?.joined(separator: ",") == list, "the README on \(name)")
      }
    }
  }

  /// What stands between backticks.
  private static func quoted(_ cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func aChangeOfTheContractHasALineInTheChangelog() throws {
    let lines = try Self.promised().sorted { $0.key < $1.key }.map {
      "\($0.key): \($0.value.joined(separator: ","))\n"
    }
    let contract = SHA256.hexadecimal(Array(lines.joined().utf8)).prefix(12)
    #expect(
      try Self.text("CHANGELOG.md").contains("table contract `\(contract)`"),
      "the columns of docs/tables.md changed: write a line into CHANGELOG.md that tells it and ends in: table contract `\(contract)`"
    )
  }
}

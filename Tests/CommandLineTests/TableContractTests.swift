import Datasets
import Foundation
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

  /// Tables that are quickly made: the heading, and what follows the words of the heading in the command.
  private static let quick: [(heading: String, rest: String)] = {
    let file = " --input input.csv --model linear"
    let series = [
      "fit", "fit --table diagnostics", "forecast", "forecast --layout long", "forecast --layout quantiles",
    ]
    let scored = ["backtest", "backtest --table summary"]
    let plain = [
      "data list", "data rounds", "data rounds --table positions", "data sources", "data check", "models",
      "scenario list", "scenario check", "strategy posture", "strategy posture --table burden",
      "strategy posture --table breaks",
      "strategy posture --table disagreement", "doctor",
    ]
    let games = [
      "", " --table dominance", " --table best-responses", " --table pareto", " --table qre",
      " --table thresholds",
    ]
    let spatial = ["", " --table rounds", " --table election"]
    let named = [
      ("data show", " korea-sma"), ("models explain", " drift"), ("fit --table breaks", " korea-sma"),
      ("scenario show", " korea-2031"), ("verify", " made.csv"), ("check", " made"),
    ]
    return series.map { ($0, file) } + scored.map { ($0, file) } + plain.map { ($0, "") }
      + games.map { ("strategy game" + $0, " japan-korea-dilemma") }
      + spatial.map { ("strategy spatial" + $0, " japan-2027") } + named
  }()

  @Test func everyTableHasTheColumnsThatAreWrittenDown() async throws {
    let promised = try Self.promised()
    var found: [String: [String]] = [:]
    for table in ProjectionTable.allCases {
      found[table == .paths ? "project" : "project --table \(table.rawValue)"] = table.columns
    }
    for table in ReplayTable.allCases {
      found[table == .rounds ? "replay" : "replay --table \(table.rawValue)"] = table.columns
    }
    let sandbox = try Sandbox()
    let values = (2001...2015).map { "a,\($0),\($0 % 3 + $0 / 2)\n" }.joined()
    try Data("series_id,period,value\n\(values)".utf8).write(
      to: sandbox.folder.appendingPathComponent("input.csv"))
    // One shell for all: a process each would be most of the time.
    var line = "burdenshare data sources -o made.csv --quiet; burdenshare check init made --quiet >init.txt; "
    line += "burdenshare check --update made >update.csv 2>/dev/null; "
    for (index, table) in Self.quick.enumerated() {
      line += "burdenshare \(table.heading)\(table.rest) 2>/dev/null | head -n 1 >\(index).header; "
    }
    _ = try await ShellRun.run(line, in: sandbox)
    for (index, table) in Self.quick.enumerated() {
      let header = try String(
        contentsOf: sandbox.folder.appendingPathComponent("\(index).header"), encoding: .utf8)
      found[table.heading] = header.trimmingCharacters(in: .newlines).split(separator: ",").map(String.init)
    }
    for (name, columns) in found { #expect(promised[name] == columns, "\(name)") }
    #expect(Set(promised.keys) == Set(found.keys))
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

import Checks
import Foundation
import TestSupport
import Testing

struct BaselinesTests {
  private static let facts = RunFacts(version: "1", blas: "b", kernel: "k", data: [], inputs: [])
  private static let table = CheckedTable(
    columns: ["series_id", "mean", "note"], rows: [["a", "1.5", ""], ["b", "-2", "x, \"y\""]])

  /// A folder with baselines of one table.
  private func recorded(_ names: [String] = ["one"]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let tables = names.map { (check: $0, command: ["forecast", "a"], table: Self.table) }
    for (name, bytes) in Baselines.files(tables, facts: Self.facts) { try folder.write(name, bytes) }
    return folder
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let folder = try recorded()
    let baselines = try Baselines(folder: folder.path)
    #expect(baselines.tables == ["one": Self.table])
    #expect(baselines.manifest.facts == Self.facts)
    #expect(baselines.manifest.entries.map(\.command) == [["forecast", "a"]])
  }

  @Test func tolerancesAreKeptByTheirDigest() throws {
    func rule(_ check: String, _ relative: Double, _ reason: String) -> Tolerances.Rule {
      Tolerances.Rule(check: check, column: "*", relative: relative, absolute: 0, reason: reason)
    }
    let tolerances = Tolerances([rule("*", 1e-6, "a"), rule("two", 1e-3, "b")])
    let folder = try TemporaryFolder()
    let tables = ["one", "two"].map { (check: $0, command: ["forecast", "a"], table: Self.table) }
    let files = Baselines.files(tables, tolerances: tolerances, facts: Self.facts)
    for (name, bytes) in files { try folder.write(name, bytes) }
    let kept = try Baselines(folder: folder.path).manifest.entries.map(\.tolerances)
    #expect(kept == [tolerances.digest(of: "one"), tolerances.digest(of: "two")])
    // What another check may move by, or a reason, is nothing to this one.
    let other = Tolerances([rule("*", 1e-6, "c"), rule("two", 1e-2, "b")])
    #expect(kept.first == other.digest(of: "one"))
    #expect(kept.last != other.digest(of: "two"))
  }

  @Test func aManifestFromBeforeTolerancesWereKeptIsRead() throws {
    let folder = try recorded()
    let text = try String(contentsOfFile: folder.path + "/manifest.json", encoding: .utf8)
    #expect(!text.contains("tolerances"))
    #expect(try Baselines(folder: folder.path).manifest.entries.map(\.tolerances) == [nil])
  }

  @Test func withoutManifestThereAreNone() throws {
    let folder = try TemporaryFolder()
    #expect(throws: CheckError.noBaselines(folder: folder.path)) { try Baselines(folder: folder.path) }
  }

  @Test func aFileThatIsGoneIsNamedAndHidesNoOther() throws {
    let folder = try recorded(["one", "two"])
    try FileManager.default.removeItem(atPath: folder.path + "/one.csv")
    let baselines = try Baselines(folder: folder.path)
    #expect(baselines.damaged == ["one": .missingBaseline(file: folder.path + "/one.csv")])
    #expect(baselines.tables == ["two": Self.table])
  }

  @Test func aShorterFileIsTruncated() throws {
    let folder = try recorded()
    try folder.write("one.csv", Self.table.encoded.dropLast(3))
    let (file, count) = (folder.path + "/one.csv", Self.table.encoded.count)
    let truncated = CheckError.truncated(file: file, bytes: count - 3, expected: count)
    #expect(try Baselines(folder: folder.path).damaged == ["one": truncated])
  }

  @Test func aFolderInPlaceOfAFileCannotBeRead() throws {
    let folder = try recorded(["one", "two"])
    let file = folder.path + "/one.csv"
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    let baselines = try Baselines(folder: folder.path)
    #expect(baselines.damaged == ["one": .unreadable(reason: "\(file): cannot be opened: it is a folder")])
    #expect(baselines.tables == ["two": Self.table])
  }

  @Test func withoutItsManifestWhatCanBeReadIsShown() throws {
    let folder = try recorded(["one", "two"])
    try folder.write("manifest.json", "{")
    try folder.write("two.csv", "a\n1,2\n")
    #expect(throws: CheckError.self) { try Baselines(folder: folder.path) }
    let tables = Baselines.salvaged(folder: folder.path, checks: ["one", "two", "three"])
    #expect(tables == ["one": Self.table])
  }

  @Test func anEditOfATableShows() throws {
    let folder = try recorded()
    let path = folder.path + "/one.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write("one.csv", text.replacingOccurrences(of: "1.5", with: "1.6"))
    #expect(try Baselines(folder: folder.path).damaged == ["one": .edited(file: path)])
  }

  @Test func anEditOfTheManifestShows() throws {
    let folder = try recorded()
    let path = folder.path + "/manifest.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write("manifest.json", text.replacingOccurrences(of: "forecast a", with: "forecast b"))
    #expect(throws: CheckError.edited(file: path)) { try Baselines(folder: folder.path) }
  }

  @Test func aManifestOfAnotherFormIsRefused() throws {
    let folder = try recorded()
    let path = folder.path + "/manifest.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write("manifest.json", text.replacingOccurrences(of: "\"form\": 1", with: "\"form\": 2"))
    #expect(throws: CheckError.otherForm(file: path, found: 2, known: 1)) {
      try Baselines(folder: folder.path)
    }
  }

  /// The package's own baselines: every number in them, off by 1e-4 of itself, is found.
  @Test func everyCoefficientOffByATenThousandthIsCaught() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data/baselines").path
    let baselines = try Baselines(folder: folder)
    let tolerances = try Tolerances(path: folder + "/tolerances.csv")
    let models = ["fits", "forecasts", "backtests", "systems", "project-coefficients", "project-assumptions"]
    for check in models {
      let table = try #require(baselines.tables[check])
      var moved = 0
      let rows = table.rows.map { row in
        zip(table.columns, row).map { column, text -> String in
          // Below a hundredth of a millionth a ten-thousandth is less than what any machine can promise.
          guard !RowNames.all.contains(column), let value = Double(text), abs(value) > 1e-4 else {
            return text
          }
          moved += 1
          return "\(value * 1.0001)"
        }
      }
      let comparison = Comparison(
        check: check, expected: table, actual: CheckedTable(columns: table.columns, rows: rows),
        tolerances: tolerances)
      #expect(moved > 0)
      #expect(comparison.changes.count == moved, "\(check)")
    }
  }
}

/// Columns that name a row, in the tables of the package's baselines.
enum RowNames {
  static let all: Set = [
    "series_id", "model", "parameter", "period", "horizon", "scenario", "fit", "coefficient", "key",
  ]
}

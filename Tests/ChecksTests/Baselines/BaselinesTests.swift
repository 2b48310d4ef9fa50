import Checks
import Foundation
import TestSupport
import Testing

struct BaselinesTests {
  private static let facts = RunFacts(version: "1", blas: "b", kernel: "k", data: [], inputs: [])
  private static let table = CheckedTable(
    columns: ["series_id", "mean", "note"], rows: [["a", "1.5", ""], ["b", "-2", "x, \"y\""]])

  /// A folder with one baseline.
  private func recorded() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in Baselines.files([("one", ["forecast", "a"], Self.table)], facts: Self.facts) {
      try folder.write(name, bytes)
    }
    return folder
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let folder = try recorded()
    let baselines = try Baselines(folder: folder.path)
    #expect(baselines.tables == ["one": Self.table])
    #expect(baselines.manifest.facts == Self.facts)
    #expect(baselines.manifest.entries.map(\.command) == [["forecast", "a"]])
  }

  @Test func withoutManifestThereAreNone() throws {
    let folder = try TemporaryFolder()
    #expect(throws: CheckError.noBaselines(folder: folder.path)) { try Baselines(folder: folder.path) }
  }

  @Test func aFileThatIsGoneIsNamed() throws {
    let folder = try recorded()
    try FileManager.default.removeItem(atPath: folder.path + "/one.csv")
    #expect(throws: CheckError.missingBaseline(file: folder.path + "/one.csv")) {
      try Baselines(folder: folder.path)
    }
  }

  @Test func aShorterFileIsTruncated() throws {
    let folder = try recorded()
    try folder.write("one.csv", Self.table.encoded.dropLast(3))
    let count = Self.table.encoded.count
    #expect(throws: CheckError.truncated(file: folder.path + "/one.csv", bytes: count - 3, expected: count)) {
      try Baselines(folder: folder.path)
    }
  }

  @Test(arguments: ["one.csv", "manifest.json"])
  func anEditByHandShows(_ name: String) throws {
    let folder = try recorded()
    let path = folder.path + "/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write(name, text.replacingOccurrences(of: name == "one.csv" ? "1.5" : "\"1\"", with: "1.6"))
    let error = #expect(throws: (any Error).self) { try Baselines(folder: folder.path) }
    let isToldAsEdit = error as? CheckError == .edited(file: path)
    // A version that is no text any more is no whole manifest either.
    #expect(isToldAsEdit || name == "manifest.json")
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

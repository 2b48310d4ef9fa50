import Datasets
import TestSupport
import Testing

@Suite struct BreakFileTests {
  private static let bySeries = """
    # Why the lines bend.
    breaks:
      japan-hns:
        - {year: FY1991, reason: base pay}
        - {year: 2008, reason: "facilities fall, base pay is capped"}
      korea-sma:
        - {year: 2009, reason: eighth agreement}
    """

  private static func read(_ text: String) throws -> BreakFile {
    let folder = try TemporaryFolder()
    let path = try folder.write("breaks.yaml", text)
    return try withExtendedLifetime(folder) { try BreakFile(path) }
  }

  @Test func eachSeriesHasItsOwn() throws {
    let file = try Self.read(Self.bySeries)
    let japan = try #require(file.breaks["japan-hns"])
    #expect(japan.map(\.year) == [1991, 2008])
    #expect(japan.map(\.reason) == ["base pay", "facilities fall, base pay is capped"])
    #expect(japan.map(\.place.line) == [4, 5] && japan.map(\.place.column) == [14, 14])
    #expect(file.breaks["korea-sma"]?.count == 1 && file.breaks["us-gdp"] == nil)
    #expect(file.everywhere.isEmpty)
  }

  @Test func aListIsForEverySeries() throws {
    let file = try Self.read("breaks:\n  - {year: 1991, reason: base pay}\n")
    #expect(file.everywhere.map(\.year) == [1991] && file.breaks.isEmpty)
  }

  @Test(
    arguments: [
      ("FY1991", "FY91x", 4, 14), ("FY1991", "1991.5", 4, 14), ("2008", "0", 5, 14),
      ("2008", "10000000", 5, 14),
      ("2008", "1991", 5, 14), (", reason: base pay", "", 4, 7), ("base pay}", "}", 4, 30),
      ("{year: 2009, reason: eighth agreement}", "2009", 7, 7), ("korea-sma:", "japan-hns:", 3, 3),
      ("breaks:", "brakes:", 2, 1), ("reason: eighth", "why: eighth", 7, 7),
      ("    - {year: 2009, reason: eighth agreement}", "    []", 7, 5),
      ("base pay}", "[base, pay]}", 4, 30),
    ])
  func refusesWithThePlace(_ old: String, _ new: String, _ line: Int, _ column: Int) throws {
    let parts = Self.bySeries.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let error = #expect(throws: DataError.self) { try Self.read(parts[0] + new + parts[1]) }
    #expect(error?.place?.line == line, "\(String(describing: error))")
    #expect(error?.place?.column == column, "\(String(describing: error))")
  }

  @Test func nothingIsNoFile() throws {
    #expect(throws: DataError.self) { try Self.read("") }
    #expect(throws: DataError.self) { try Self.read("breaks:\n") }
    #expect(throws: DataError.self) { try Self.read("breaks: {}\n") }
    #expect(throws: DataError.self) { try BreakFile("no-such-file.yaml") }
  }
}

import Datasets
import Foundation
import Testing

/// The accuracy that README and docs state is that of the recorded runs.
///
/// `benchmarks/m3-yearly --record` writes them; times are those of a machine and stand in no file.
struct BenchmarkNumbersTests {
  private static func score(_ set: String, _ part: String, _ tool: String, _ model: String) throws -> [String:
    String]
  {
    let root = Program.data.deletingLastPathComponent()
    var reader = try CSVReader.open(root.appendingPathComponent("benchmarks/results/\(set).csv").path)
    let columns = ["part", "tool", "model", "sMAPE", "MASE", "OWA", "cov80", "cov95", "WIS", "MSIS95"]
    while try reader.next() {
      var row: [String: String] = [:]
      for name in columns { row[name] = try reader.text(try reader.column(name)) }
      if row["part"] == part, row["tool"] == tool, row["model"] == model { return row }
    }
    return [:]
  }

  private static func text(_ name: String) -> String {
    DocumentedScript.documents.first { $0.name == name }?.text ?? ""
  }

  /// The cells of a row as tables of scores write them: a share without the zero before its point.
  private static func cells(_ row: [String: String], _ columns: [String]) -> String {
    columns.map { name in
      let value = row[name] ?? "-"
      return value.hasPrefix("0.") ? String(value.dropFirst()) : value
    }.joined(separator: " | ")
  }

  private static let readme = [
    ("burdenshare `auto`", "burdenshare", "auto"),
    ("statsforecast DynamicOptimizedTheta", "statsforecast", "DynamicOptimizedTheta"),
    ("statsforecast median ensemble", "statsforecast", "median ensemble"),
    ("R mean of ets, auto.arima, thetaf", "R forecast", "mean of ets, auto.arima, thetaf"),
    ("drift", "burdenshare", "drift"), ("R ets", "R forecast", "ets"), ("naive", "burdenshare", "naive"),
  ]

  @Test(arguments: readme)
  func theReadmeHasTheRecordedAccuracy(_ name: String, _ tool: String, _ model: String) throws {
    let row = try Self.score("m3-yearly", "all", tool, model)
    let line = "| \(name) | \(Self.cells(row, ["OWA", "cov80", "cov95", "WIS", "MSIS95"])) |"
    #expect(Self.text("README.md").contains(line), "the README lacks: \(line)")
  }

  private static let auto = [
    ("m3-yearly", "all", "| all 645 | ", ["OWA", "sMAPE", "MASE", "cov80", "cov95", "WIS", "MSIS95"]),
    (
      "m3-yearly", "30+", "| the 162 of 30 and more values | ",
      ["OWA", "sMAPE", "MASE", "cov80", "cov95", "WIS", "MSIS95"]
    ),
    ("m1-yearly", "all", "| M1 yearly | 181 | 6 | ", ["OWA", "MASE", "cov80", "cov95", "WIS", "MSIS95"]),
    (
      "m1-yearly", "30+", "| – of 30 and more values | 24 | 6 | ",
      ["OWA", "MASE", "cov80", "cov95", "WIS", "MSIS95"]
    ),
    (
      "tourism-yearly", "all", "| tourism yearly | 518 | 4 | ",
      ["OWA", "MASE", "cov80", "cov95", "WIS", "MSIS95"]
    ),
    (
      "tourism-yearly", "30+", "| – of 30 and more values | 13 | 4 | ",
      ["OWA", "MASE", "cov80", "cov95", "WIS", "MSIS95"]
    ),
  ]

  @Test(arguments: auto)
  func theStoryOfAutoHasTheRecordedAccuracy(
    _ set: String, _ part: String, _ start: String, _ columns: [String]
  ) throws {
    let line = start + Self.cells(try Self.score(set, part, "burdenshare", "auto"), columns) + " |"
    #expect(Self.text("docs/auto.md").contains(line), "docs/auto.md lacks: \(line)")
  }

  @Test func theReadmesHoldOutIsThatOfTheOtherCompetitions() throws {
    let sets = try ["m1-yearly", "tourism-yearly"].map { try Self.score($0, "all", "burdenshare", "auto") }
    let (eighty, ninetyFive) = (
      sets.map { Self.cells($0, ["cov80"]) }, sets.map { Self.cells($0, ["cov95"]) }
    )
    #expect(
      Self.text("README.md").contains(
        "the 80 % interval held \(eighty[0]) and \(eighty[1]), the 95 %\ninterval \(ninetyFive[0]) and \(ninetyFive[1])."
      ))
  }
}

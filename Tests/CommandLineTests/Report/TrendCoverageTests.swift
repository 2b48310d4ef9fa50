import Reporting
import Testing

@testable import BurdenShareCLI

struct TrendCoverageTests {
  private static let columns = ["series_id", "model", "horizon", "forecasts", "coverage_80"]

  private func coverage(_ rows: [[Cell]]) -> TrendCoverage {
    TrendCoverage(Table(columns: Self.columns, rows: rows), model: "auto")
  }

  private static let rows: [[Cell]] = [
    [.text("a"), .text("naive"), .missing, .integer(180), .number(0.1)],
    [.text("a"), .text("auto"), .integer(1), .integer(38), .number(0.2)],
    [.text("a"), .text("auto"), .missing, .integer(180), .number(0.7944)],
    [.text("b"), .text("auto"), .missing, .integer(55), .number(0.6364)],
  ]

  @Test func everySeriesHasItsOwnShare() {
    let coverage = coverage(Self.rows)
    #expect(coverage.line(of: "a") == TrendCoverage.Line(series: "a", count: 180, share: 0.7944))
    #expect(coverage.line(of: "c") == nil)
    #expect(
      coverage.sentence(["a": "Japan's"])
        == "The 80% interval of auto held 79% of 180 outcomes of Japan's and 64% of 55 of b.")
  }

  @Test func withoutScoresNothingIsTold() {
    #expect(coverage([]).sentence([:]).isEmpty)
    #expect(TrendCoverage(Table(columns: ["series_id"]), model: "auto").lines.isEmpty)
  }
}

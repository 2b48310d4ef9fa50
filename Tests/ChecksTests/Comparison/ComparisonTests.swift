import Checks
import Testing

struct ComparisonTests {
  private let columns = ["series_id", "model", "period", "mean", "upper_95"]
  private let tolerances = Tolerances([
    .init(check: "*", column: "*", relative: 1e-6, absolute: 1e-9, reason: "test")
  ])

  private func table(_ rows: [[String]]) -> CheckedTable { CheckedTable(columns: columns, rows: rows) }

  private func compare(_ expected: CheckedTable, _ actual: CheckedTable) -> Comparison {
    Comparison(check: "forecasts", expected: expected, actual: actual, tolerances: tolerances)
  }

  @Test func whatIsTheSameIsCountedAndNotTold() {
    let same = table([["a", "drift", "2030", "100", "120"], ["b", "drift", "2030", "5", ""]])
    let comparison = compare(same, same)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.cells == 4)
    #expect(comparison.subjects.map(\.name) == ["drift"])
  }

  @Test func aNumberMayMoveByItsToleranceAndNoFurther() throws {
    let before = table([["a", "drift", "2030", "100", "120"]])
    #expect(compare(before, table([["a", "drift", "2030", "100.00009", "120"]])).changes.isEmpty)
    let cell = try #require(
      compare(before, table([["a", "drift", "2030", "100.0002", "120"]])).changes.first)
    #expect(cell.state == .moved)
    #expect(cell.column == "mean")
    #expect(cell.item == "a / drift / 2030")
    #expect((cell.expected, cell.actual) == ("100", "100.0002"))
    let line = "forecasts: model 'drift', series 'a', period 2030: mean moved from 100 to 100.0002"
    #expect(DriftText.line(cell).hasPrefix(line))
  }

  /// No difference to NaN or infinity is beyond a tolerance, and none is within one.
  @Test(arguments: ["nan", "inf", "-inf", "1e999"])
  func whatIsNoFiniteNumberIsComparedAsText(_ text: String) {
    let (one, other) = (
      table([["a", "drift", "2030", "5", "6"]]), table([["a", "drift", "2030", text, "6"]])
    )
    #expect(compare(other, one).changes.map(\.state) == [.moved])
    #expect(compare(one, other).changes.map(\.state) == [.moved])
    #expect(compare(other, other).changes.isEmpty)
  }

  @Test func aCellThatBecomesEmptyMoved() {
    let before = table([["a", "drift", "2030", "100", "120"]])
    let changes = compare(before, table([["a", "drift", "2030", "100", ""]])).changes
    #expect(changes.map(\.state) == [.moved])
  }

  @Test func aRowThatComesOrGoesDoesNotMoveItsNeighbours() {
    let before = table([["a", "drift", "2030", "1", "2"], ["b", "drift", "2030", "3", "4"]])
    let now = table([["b", "drift", "2030", "3", "4"], ["c", "drift", "2030", "5", "6"]])
    let changes = compare(before, now).changes
    #expect(changes.map(\.state) == [.missing, .new])
    #expect(changes.map(\.item) == ["a / drift / 2030", "c / drift / 2030"])
  }

  @Test func aColumnThatComesOrGoesIsTold() {
    let now = CheckedTable(
      columns: columns.dropLast() + ["upper_90"], rows: [["a", "drift", "2030", "1", "2"]])
    let changes = compare(table([["a", "drift", "2030", "1", "2"]]), now).changes
    #expect(changes.map(\.column) == ["upper_95", "upper_90"])
  }

  @Test func rowsOfOneNameAreToldApartByTheirNumber() {
    let twice = table([["a", "drift", "2030", "1", "2"], ["a", "drift", "2030", "3", "4"]])
    #expect(compare(twice, twice).changes.isEmpty)
    let moved = table([["a", "drift", "2030", "1", "2"], ["a", "drift", "2030", "9", "4"]])
    #expect(compare(twice, moved).changes.map(\.item) == ["a / drift / 2030 #2"])
  }

  @Test func rowsOfOneBargainAreNamedByWhatTheyTellOf() {
    let columns = ["bargain", "group", "solution", "proposer", "player", "payoff"]
    let before = CheckedTable(columns: columns, rows: [["japan", "offers", "nash", "", "Japan", "0.5"]])
    let now = CheckedTable(columns: columns, rows: [["japan", "offers", "nash", "", "Japan", "0.6"]])
    #expect(compare(before, now).changes.map(\.item) == ["japan / offers / nash / Japan"])
    let burden = CheckedTable(columns: ["ally", "measure", "value"], rows: [["JPN", "per-troop", "1"]])
    let other = CheckedTable(columns: ["ally", "measure", "value"], rows: [["JPN", "per-troop", "2"]])
    #expect(compare(burden, other).changes.map(\.item) == ["JPN / per-troop"])
  }

  @Test func aCheckWithoutBaselineIsOneFault() {
    let changes = compare(CheckedTable(columns: [], rows: []), table([["a", "drift", "2030", "1", "2"]]))
      .changes
    #expect(changes.map(\.state) == [.new])
    #expect(changes.map(DriftText.line) == ["forecasts: no baseline is recorded for it"])
  }

  @Test func theLastRuleThatFitsHolds() {
    let rules = Tolerances([
      .init(check: "*", column: "*", relative: 1e-6, absolute: 0, reason: "test"),
      .init(check: "project-*", column: "mean", relative: 0, absolute: 0.5, reason: "test"),
    ])
    #expect(rules.allowed(-200, column: "mean", check: "forecasts") == 200 * 1e-6)
    #expect(rules.allowed(-200, column: "mean", check: "project-paths") == 0.5)
    #expect(rules.allowed(-200, column: "q05", check: "project-paths") == 200 * 1e-6)
    #expect(Tolerances([]).allowed(1, column: "mean", check: "forecasts") == 0)
  }

  @Test func aReportForContinuousIntegrationNamesWhatMoved() {
    let before = table([["a", "drift", "2030", "1", "2"], ["a", "holt<&>", "2030", "1", "2"]])
    let now = table([["a", "drift", "2030", "1", "2"], ["a", "holt<&>", "2030", "7", "2"]])
    let report = String(
      decoding: JUnitReport.encoded([compare(before, now)], remarks: ["data: a.csv has other bytes"]),
      as: UTF8.self)
    #expect(report.contains("<testsuite name=\"forecasts\" tests=\"2\" failures=\"1\" errors=\"0\">"))
    #expect(report.contains("<testcase classname=\"forecasts\" name=\"drift\"/>"))
    #expect(report.contains("name=\"holt&lt;&amp;&gt;\">"))
    #expect(report.contains("mean moved from 1 to 7"))
    #expect(report.contains("data: a.csv has other bytes"))
  }

  /// 0.19996 is 0.2 to three digits, and 0.1999 or 0.19 to nobody.
  @Test(arguments: [
    ("1.19996", "by 0.2, allowed 1e-6)"), ("1.14480", "by 0.145, allowed"), ("0.80004", "by -0.2,"),
    ("31.14", "by 30.1,"), ("1e9", "by 1000000000,"), ("1.00012349", "by 0.000123,"),
  ])
  func aDifferenceIsRoundedAndNotCut(_ now: String, _ told: String) throws {
    let before = table([["a", "drift", "2030", "1", "120"]])
    let cell = try #require(compare(before, table([["a", "drift", "2030", now, "120"]])).changes.first)
    #expect(DriftText.line(cell).contains(told), "\(DriftText.line(cell))")
  }

  @Test func aCheckThatCannotBeMadeIsAnErrorAndNoFailure() {
    let reason = "mine/baselines/one.csv: the baseline is missing"
    let fault = Comparison(check: "one", .unreadable, because: reason)
    #expect((fault.fault, fault.moved, fault.changes.map(\.expected)) == (reason, 0, [reason]))
    let failed = Comparison(check: "two", .failed, because: "no model 'a<b'")
    #expect(failed.changes.map(\.actual) == ["no model 'a<b'"])
    #expect(failed.changes.map(DriftText.line) == ["two: not compared: no model 'a<b'"])
    let text = String(decoding: JUnitReport.encoded([fault, failed], remarks: []), as: UTF8.self)
    #expect(text.contains("<testsuites name=\"burdenshare check\" tests=\"2\" failures=\"0\" errors=\"2\">"))
    #expect(text.contains("<error message=\"\(reason)\"/>"))
    #expect(text.contains("<error message=\"no model 'a&lt;b'\"/>"))
  }
}

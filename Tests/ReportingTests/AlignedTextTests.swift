import Testing

@testable import Reporting

@Suite struct AlignedTextTests {
  @Test func alignsTextLeftAndNumbersRight() {
    let table = Table(
      columns: ["series", "mean", "n", "note"],
      rows: [
        [.text("a"), .number(1234.56), .integer(1), .text("x")],
        [.text("bcd"), .number(-7.28), .integer(10), .text("")],
        [.text("日本"), .missing, .integer(100), .text("y z")],
      ])
    #expect(
      text(table) == """
        series    mean    n  note
        a       1234.6    1  x
        bcd       -7.3   10
        日本            100  y z

        """)
  }

  /// Five significant digits of a column's largest number, and no more than eight decimals.
  @Test(
    arguments: [
      ([12345.678, 1], ["12346", "    1"]), ([1234.5678, 1], ["1234.6", "   1.0"]), ([1, 2], ["1", "2"]),
      ([1.5, 2], ["1.5000", "2.0000"]), ([0.012345678], ["0.012346"]), ([1.2345e-7], ["0.00000012"]),
      ([10, 0.5], ["10.000", " 0.500"]), ([-20.25, 3], ["-20.250", "  3.000"]), ([0, 0], ["0", "0"]),
      ([105_413.6, 0.0312, 0.7599], ["105414", " 0.031", "  0.76"]),
      ([2000.5, -8.97e-13], ["2000.5", "-9e-13"]),
      ([1e20, 1], ["1e20", "   1"]), ([.nan, 1.5], ["", "1.5000"]), ([.infinity, 7], ["", "7"]),
    ] as [([Double], [String])])
  func roundsAColumnAlike(values: [Double], expected: [String]) {
    let lines = text(Table(columns: ["v"], rows: values.map { [.number($0)] })).split(
      separator: "\n", omittingEmptySubsequences: false)
    let width = max(1, expected.map(\.count).max() ?? 1)
    let heading: String = String(repeating: " ", count: width - 1) + "v"
    #expect(lines.first.map { String($0) } == heading)
    let values: [String] = lines.dropFirst().dropLast().map { String($0) }
    #expect(values == expected)
  }

  @Test func writesTheHeaderOfAnEmptyTable() { #expect(text(Table(columns: ["a", "bc"])) == "a  bc\n") }

  @Test func alignsAColumnWithOneTextLeft() {
    let table = Table(
      columns: ["v", "w"], rows: [[.integer(100), .integer(1)], [.text("x"), .integer(22)]])
    #expect(text(table) == "v     w\n100   1\nx    22\n")
  }

  private func text(_ table: Table) -> String { String(decoding: table.encoded(.table), as: UTF8.self) }
}

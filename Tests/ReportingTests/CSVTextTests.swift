import Datasets
import TestSupport
import Testing

@testable import Reporting

@Suite struct CSVTextTests {
  @Test func writesEveryKindOfCell() {
    let table = Table(
      columns: ["text", "number", "whole", "none"],
      rows: [
        [.text("a"), .number(0.5), .integer(-3), .missing],
        [.optional(nil), .optional(2), .number(.nan), .number(.infinity)],
      ])
    #expect(text(table) == "text,number,whole,none\na,0.5,-3,\n,2,,\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("with blank", "with blank"), ("a,b", "\"a,b\""),
    ("say \"no\"", "\"say \"\"no\"\"\""),
    ("\"", "\"\"\"\""), ("two\nlines", "\"two\nlines\""), ("return\r", "\"return\r\""), ("\r\n", "\"\r\n\""),
    (" before", "\" before\""), ("after ", "\"after \""), ("日本", "日本"), ("-5", "-5"), ("'quote'", "'quote'"),
  ])
  func quotesOnlyWhereItMust(value: String, field: String) {
    #expect(text(Table(columns: ["a", "b"], rows: [[.text(value), .integer(1)]])) == "a,b\n\(field),1\n")
  }

  @Test func quotesAnEmptyFieldThatStandsAlone() {
    #expect(
      text(Table(columns: ["a"], rows: [[.missing], [.text("")], [.integer(0)]])) == "a\n\"\"\n\"\"\n0\n")
  }

  @Test func comesBackThroughTheReader() throws {
    let texts = [
      "", "plain", " a ", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\t", "a\nb,\"c\"", "日本, 韓国", "e\u{301}",
      "\u{1F1EF}\u{1F1F5}",
      "-1", "1e5", "FY2020", "'", "\\", "\u{7F}\u{1}", "\u{2028}", String(repeating: "\",\n", count: 1_000),
    ]
    for width in [1, 2, 5] {
      let columns = (0..<width).map { "c\($0)" }
      let rows = stride(from: 0, to: texts.count * width, by: 1).map { row in
        (0..<width).map { texts[(row + 7 * $0) % texts.count] }
      }
      let table = Table(columns: columns, rows: rows.map { $0.map { .text($0) } })
      let folder = try TemporaryFolder()
      var reader = try CSVReader.open(try folder.write("table.csv", table.encoded(.csv)))
      let header = reader.header
      #expect(header == columns)
      var read: [[String]] = []
      while try reader.next() {
        var fields: [String] = []
        for column in 0..<width { fields.append(try reader.text(column)) }
        read.append(fields)
      }
      #expect(read == rows)
    }
  }

  @Test func numbersComeBackToTenDigits() throws {
    let values = [0, 1993, -0.5, 1.0 / 3, 5.540744e14, 1e-12, -2.5e300, .leastNonzeroMagnitude]
    let table = Table(columns: ["v"], rows: values.map { [.number($0)] })
    let folder = try TemporaryFolder()
    var reader = try CSVReader.open(try folder.write("table.csv", table.encoded(.csv)))
    for value in values {
      #expect(try reader.next())
      let read = try reader.number(0)
      // Ten significant digits leave half a unit of the tenth.
      #expect(relativeDifference(try #require(read), value) <= 5e-10)
    }
  }

  private func text(_ table: Table) -> String { String(decoding: table.encoded(.csv), as: UTF8.self) }
}

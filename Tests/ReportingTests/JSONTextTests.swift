import Foundation
import Testing

@testable import Reporting

@Suite struct JSONTextTests {
  @Test func writesOneObjectARowWithTheColumnsInOrder() {
    let table = Table(
      columns: ["z", "a", "m", "n", "i"],
      rows: [
        [.text("x"), .number(0.5), .missing, .number(.nan), .integer(-3)],
        [.text(""), .number(1e300), .optional(nil), .number(-.infinity), .integer(0)],
      ])
    #expect(
      text(table) == """
        [
        {"z":"x","a":0.5,"m":null,"n":null,"i":-3},
        {"z":"","a":1e300,"m":null,"n":null,"i":0}
        ]

        """)
  }

  @Test func writesAnEmptyArray() throws {
    let table = Table(columns: ["a"])
    #expect(text(table) == "[]\n")
    #expect(try rows(table).isEmpty)
  }

  @Test func escapesWhatJSONCannotHold() {
    let table = Table(columns: ["\"k\\"], rows: [[.text("\"\\/\n\t\r\u{0}\u{8}\u{1F}\u{7F}é")]])
    #expect(text(table) == "[\n{\"\\\"k\\\\\":\"\\\"\\\\/\\n\\t\\r\\u0000\\u0008\\u001f\u{7F}é\"}\n]\n")
  }

  @Test func comesBackThroughFoundation() throws {
    var texts = (0..<0x80).compactMap { UnicodeScalar($0).map { String(Character($0)) } }
    texts += [
      "", "日本", "\u{1F1EF}\u{1F1F5}", "e\u{301}", "\u{2028}\u{2029}", "\\u0041", "\r\n", "</script>",
      "\u{FFFF}",
    ]
    texts.append(texts.joined())
    let table = Table(columns: ["k", "\u{1}\"é"], rows: texts.map { [.text($0), .text($0 + "x")] })
    let read = try rows(table)
    #expect(read.map { $0["k"] as? String } == texts)
    #expect(read.map { $0["\u{1}\"é"] as? String } == texts.map { $0 + "x" })
  }

  @Test func numbersComeBackToTenDigits() throws {
    let values = [0, -0.0, 1993, -0.5, 1.0 / 3, 1e15, 1e16, -2.5e300, 1e-5, 1e-7]
    let table = Table(columns: ["v"], rows: values.map { [.number($0)] })
    for (row, value) in zip(try rows(table), values) {
      let read = try #require(row["v"] as? NSNumber).doubleValue
      // Ten significant digits leave half a unit of the tenth.
      #expect((read - value).magnitude <= 5e-10 * value.magnitude)
    }
  }

  private func text(_ table: Table) -> String { String(decoding: table.encoded(.json), as: UTF8.self) }

  private func rows(_ table: Table) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(table.encoded(.json)))
    return try #require(object as? [[String: Any]])
  }
}

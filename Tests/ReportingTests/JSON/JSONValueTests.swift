import Foundation
import Reporting
import Testing

struct JSONValueTests {
  @Test func membersKeepTheirOrder() {
    let value: JSONValue = ["b": 1, "a": [2.5, true, "x"], "c": ["d": .null]]
    let expected = """
      {
        "b": 1,
        "a": [2.5, true, "x"],
        "c": {"d": null}
      }

      """
    #expect(String(decoding: value.encoded(), as: UTF8.self) == expected)
  }

  @Test func aFlatRowIsOneLine() {
    let value: JSONValue = ["values": [["year": 2020, "value": 1.5], ["year": 2021, "value": 2]]]
    let lines = String(decoding: value.encoded(), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("    {\"year\": 2020, \"value\": 1.5},"))
  }

  @Test func whatIsNotANumberIsNull() {
    let value = JSONValue.array([.number(.nan), .number(.infinity), .number(-.infinity)])
    #expect(value.encoded() == Array("[null, null, null]\n".utf8))
  }

  @Test func textIsEscapedAsFoundationReadsIt() throws {
    let text = "\"q\" \\ \n\t\u{1} 億円 🇯🇵"
    let value = JSONValue.object([JSONMember(text, .text(text))])
    let read = try JSONSerialization.jsonObject(with: Data(value.encoded()))
    #expect((read as? [String: String]) == [text: text])
  }

  @Test func emptyContainersStayEmpty() {
    #expect(JSONValue.array([]).encoded() == Array("[]\n".utf8))
    #expect(JSONValue.object([]).encoded() == Array("{}\n".utf8))
  }

  @Test func cellsBecomeValues() {
    #expect(JSONValue(.text("a")) == "a")
    #expect(JSONValue(.integer(3)) == 3)
    #expect(JSONValue(.number(0.5)) == 0.5)
    #expect(JSONValue(.missing) == .null)
  }
}

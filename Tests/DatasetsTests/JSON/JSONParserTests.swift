import Foundation
import Testing

@testable import Datasets

@Suite struct JSONParserTests {
  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-0.5e+10", "1E5", "\"\"", " \t\r\n{ } \n", "[1, 2,\n3]",
    "{\"a\": {\"b\": [{}, [], \"c\"]}}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", "\"日本\"", "[[[[[1]]]]]",
  ])
  func findsNoFaultInJSON(text: String) throws {
    _ = try JSONParser.parse(Array(text.utf8), file: "f")
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test(arguments: [
    ("", 1), (" \n\n", 3), ("{", 1), ("{\n\"a\"\n1}", 3), ("[1,\n2,,\n3]", 2),
    ("[1\n2]", 2),
    ("01", 1), ("[\n-]", 2), ("[1.\n]", 1), ("[1e]", 1), ("+1", 1), (".5", 1), ("tru", 1), ("nul", 1),
    ("NaN", 1),
    ("'a'", 1), ("{a: 1}", 1), ("\"a\nb\"", 1), ("\"a", 1), ("\"\\x\"", 1), ("\"\\u12G4\"", 1),
    ("\"\\u12", 1),
    ("{}\n{}", 2), ("[1]\n]", 2), ("{\"a\":\n oops}", 2), ("\u{0}", 1), ("{\"a\": 1\n\"b\": 2}", 2),
  ])
  func findsTheLineOfAFault(text: String, line: Int) {
    #expect(faultyLine(Array(text.utf8)) == line)
    #expect(throws: (any Error).self) {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }
  }

  /// The decoder lets it pass; the grammar does not.
  @Test func findsACommaBeforeTheEnd() {
    #expect(faultyLine(Array("{\"a\": 1,\n}".utf8)) == 2)
    #expect(faultyLine(Array("[1,\n]".utf8)) == 2)
  }

  @Test func refusesBracketsWithoutEndInsteadOfExhaustingTheStack() {
    #expect(faultyLine([UInt8](repeating: 0x5B, count: 1_000_000)) == 1)
  }

  @Test func refusesADoubledKey() {
    #expect(faultyLine(Array("{\"a\": 1,\n\"a\": 2}".utf8)) == 2)
  }

  @Test func readsEscapesAndSurrogatePairs() throws {
    let node = try JSONParser.parse(Array(#"{"a": "\"\\\/\n\u00e9\ud83d\ude00"}"#.utf8), file: "f")
    #expect(try node.text("a") == "\"\\/\n\u{e9}\u{1F600}")
    #expect(faultyLine(Array(#"["\ud83d"]"#.utf8)) == 1)
    #expect(faultyLine(Array(#"["\ude00"]"#.utf8)) == 1)
  }

  @Test func findsNoFaultInTheRepositorysDescriptor() throws {
    let path = RealPackage.path + "/datapackage.json"
    _ = try JSONParser.parse(try ByteSource.wholeFile(path), file: path)
  }

  /// The line that the error names, or `nil` without an error.
  private func faultyLine(_ bytes: [UInt8]) -> Int? {
    do throws(DataError) {
      _ = try JSONParser.parse(bytes, file: "f")
      return nil
    } catch {
      guard case .badDescriptor(let place, _) = error else { return nil }
      let parts = place.split(separator: ":")
      return parts.count == 3 ? Int(parts[1]) : nil
    }
  }
}

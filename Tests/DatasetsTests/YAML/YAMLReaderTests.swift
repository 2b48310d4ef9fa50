import Series
import Testing

@testable import Datasets

@Suite struct YAMLReaderTests {
  private enum Color: String, CaseIterable { case red, green }

  /// What a reading finds wrong, by line and column.
  private func faults(_ text: String, _ read: (inout YAMLReader) -> Void) throws -> [DataError] {
    let node = try YAMLComposer.compose(YAMLText(Array(text.utf8), file: "f"))
    let faults = YAMLFaults()
    var reader = YAMLReader(node, "f", faults)
    read(&reader)
    return faults.sorted
  }

  private func fault(_ line: Int, _ column: Int, _ problem: YAMLProblem) -> DataError {
    .yaml(FilePlace("f", line, column), problem)
  }

  @Test func readsEveryKind() throws {
    let found = try faults("t: x\nn: 1.5\ni: 3\nb: true\nd: 2020-12\nw: red\nl: [a, b]\n") { reader in
      #expect(reader.text("t") == "x")
      #expect(reader.number("n") == 1.5)
      #expect(reader.integer("i") == 3)
      #expect(reader.bool(ifPresent: "b") == true)
      #expect(reader.date("d")?.description == "2020-12")
      #expect(reader.word("w", Color.self) == .red)
      #expect(reader.texts(ifPresent: "l").map(\.text) == ["a", "b"])
      #expect(reader.text(ifPresent: "none") == nil)
      reader.finish()
    }
    #expect(found.isEmpty)
  }

  @Test func tellsAllThatIsWrongInTheOrderOfLines() throws {
    let found = try faults("n: one\ni: 1.5\nb: yes\nd: 2020-13\nw: blue\nl: x\nextra: 1\n") { reader in
      _ = reader.texts(ifPresent: "l")
      _ = reader.word("w", Color.self)
      _ = reader.date("d")
      _ = reader.bool(ifPresent: "b")
      _ = reader.integer("i")
      _ = reader.number("n")
      _ = reader.text("t")
      reader.finish()
    }
    let expected: [DataError] = [
      fault(1, 1, .missingKey("t")),
      fault(1, 4, .wrongType(key: "n", found: "'one'", expected: "a number")),
      fault(2, 4, .wrongType(key: "i", found: "'1.5'", expected: "a whole number")),
      fault(3, 4, .wrongType(key: "b", found: "'yes'", expected: "true or false")),
      fault(4, 4, .wrongType(key: "d", found: "'2020-13'", expected: "a date (2020, 2020-12 or 2020-12-15)")),
      fault(5, 4, .notPossible(key: "w", found: "'blue'", expected: "one of red, green")),
      fault(6, 4, .wrongType(key: "l", found: "'x'", expected: "a list")),
      fault(7, 1, .unknownKey("extra", nearest: nil, known: ["l", "w", "d", "b", "i", "n", "t"])),
    ]
    #expect(found == expected)
  }

  @Test func namesTheNearestKeyAndWord() throws {
    let found = try faults("colour: gren\n") { reader in
      _ = reader.text(ifPresent: "color")
      reader.finish()
    }
    #expect(found == [fault(1, 1, .unknownKey("colour", nearest: "color", known: ["color"]))])
    let words = try faults("color: gren\n") { reader in _ = reader.word("color", Color.self) }
    let meant = "one of red, green; did you mean 'green'?"
    #expect(words == [fault(1, 8, .notPossible(key: "color", found: "'gren'", expected: meant))])
  }

  @Test func aMisspeltKeyIsNotToldAsAMissingOne() throws {
    let found = try faults("yaer: 1\nnote: x\n") { reader in
      _ = reader.integer("year")
      _ = reader.text("reason")
      reader.finish()
    }
    let known = ["year", "reason"]
    let expected: [DataError] = [
      fault(1, 1, .missingKey("reason")),
      fault(1, 1, .unknownKey("yaer", nearest: "year", known: known)),
      fault(2, 1, .unknownKey("note", nearest: nil, known: known)),
    ]
    #expect(found == expected)
  }

  @Test(arguments: [
    "n: nan", "n: .inf", "n: 0x10", "n: 1e999", "n: \"1\"", "n: [1]", "n: {a: 1}", "n: 1_000",
  ])
  func refusesWhatIsNoNumber(text: String) throws {
    let found = try faults(text) { reader in _ = reader.number("n") }
    #expect(found.count == 1)
  }

  @Test func nothingIsRefusedWhereAKeyStands() throws {
    let found = try faults("a:\nb: ~\nc: null\n") { reader in
      #expect(reader.text(ifPresent: "a") == nil)
      #expect(reader.number("b") == nil)
      #expect(reader.list(ifPresent: "c") == nil && reader.list(ifPresent: "c") == nil)
      reader.finish()
    }
    let expected = "a value, or no such key"
    #expect(
      found == [
        fault(1, 3, .wrongType(key: "a", found: "empty", expected: expected)),
        fault(2, 4, .wrongType(key: "b", found: "empty", expected: expected)),
        fault(3, 4, .wrongType(key: "c", found: "empty", expected: expected)),
      ])
  }

  @Test func aListIsNoGroupOfKeys() throws {
    let found = try faults("[1, 2]") { reader in
      _ = reader.text("a")
      reader.finish()
    }
    #expect(found == [fault(1, 1, .wrongType(key: "f", found: "a list", expected: "a group of keys"))])
  }
}

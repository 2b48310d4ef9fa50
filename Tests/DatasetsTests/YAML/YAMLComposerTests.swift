import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct YAMLComposerTests {
  private func compose(_ text: String) throws -> YAMLNode {
    try YAMLComposer.compose(YAMLText(Array(text.utf8), file: "f.yaml"))
  }

  private func expect(
    _ text: String, _ line: Int, _ column: Int?, _ problem: YAMLProblem,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      throws: DataError.yaml(FilePlace("f.yaml", line, column), problem), sourceLocation: sourceLocation
    ) {
      try compose(text)
    }
  }

  private func problem(of text: String) -> YAMLProblem? {
    do {
      _ = try YAMLComposer.compose(YAMLText(Array(text.utf8), file: "f.yaml"))
    } catch {
      if case .yaml(_, let problem) = error { return problem }
    }
    return nil
  }

  @Test func keepsPlacesAndQuotationMarks() throws {
    let node = try compose("a: 1\nb:\n  - \"1\"\n  - c: x\n")
    let members = try #require(node.members)
    #expect(members.map(\.key) == ["a", "b"])
    #expect(members[0].value.content == .scalar("1", isPlain: true))
    #expect(members[0].value.place == FilePlace("f.yaml", 1, 4))
    guard case .list(let elements) = members[1].value.content else { return #expect(Bool(false)) }
    #expect(elements[0].content == .scalar("1", isPlain: false))
    #expect(elements[1].members?.first?.keyPlace == FilePlace("f.yaml", 4, 5))
  }

  @Test func keysAreWordsWhateverTheyLookLike() throws {
    #expect(try compose("2021: a\nyes: b\n1.5: c\n").members?.map(\.key) == ["2021", "yes", "1.5"])
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "~\n", "null\n", "\u{FEFF}"])
  func refusesAnEmptyFile(text: String) { expect(text, 1, nil, .empty) }

  @Test func refusesWhatIsNoYAML() {
    expect("a: [1, 2\n", 2, 1, .notYAML("did not find expected ',' or ']'"))
    expect("a: b: c\n", 1, 5, .notYAML("mapping values are not allowed in this context"))
    expect("a: 1\n\tb: 2\n", 2, 1, .notYAML("found a tab character that violates indentation"))
    expect("a: 1\n---\nb: 2\n", 2, 1, .notYAML("but found another document"))
    expect("a: *nobody\n", 1, 4, .notYAML("found undefined alias"))
  }

  @Test func refusesAnchorsAliasesAndTags() {
    expect("a: &x 1\nb: *x\n", 1, 4, .anchor)
    expect("a: &x {c: 1}\n", 1, 4, .anchor)
    expect("a: &x [1]\n", 1, 4, .anchor)
    expect("a: !!str 1\n", 1, 4, .tag("!!str"))
    expect("a: !ruby/object {}\n", 1, 4, .tag("!ruby/object"))
    expect("a: !list [1]\n", 1, 4, .tag("!list"))
  }

  @Test func takesAsterisksAndAmpersandsInText() throws {
    let node = try compose("a: R&D * 2\nb: \"*x* &y\"\nc: 'Trump & Kishida'\n")
    #expect(node.members?.count == 3)
  }

  @Test func refusesAKeyTwice() {
    expect("a: 1\nb: 2\na: 3\n", 1, 1, .duplicateKey("a"))
    expect("a: {b: 1, \"b\": 2}\n", 1, 5, .duplicateKey("b"))
  }

  @Test func refusesKeysThatAreNoWords() {
    expect("[1, 2]: x\n", 1, 1, .keyIsNotText)
    expect("? {a: 1}\n: x\n", 1, 3, .keyIsNotText)
    expect("~: x\n", 1, 1, .keyIsNotText)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
    String(repeating: "- ", count: 100_000) + "1\n",
    (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    String(repeating: "? ", count: 100_000),
  ])
  func refusesDeepNestingAtOnce(text: String) {
    #expect(problem(of: text) == .tooDeep(limit: 64))
  }

  @Test func takesNestingThatIsDeepEnough() throws {
    let text = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    _ = try compose("a: " + text)
  }

  // Its clock runs while other tests have the processors.
  @Test(.timeLimit(.minutes(10))) func refusesABillionLaughsAtOnce() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1..<20 {
      let refer = (0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
      text += "a\(level): &a\(level) [\(refer)]\n"
    }
    #expect(problem(of: text) == .anchor)
    // As keys, which the parser compares by everything in them.
    expect("a: &a [x]\n? [*a, *a]\n: 1\n? [*a, *a, *a]\n: 2\n", 1, 4, .anchor)
  }

  @Test func refusesWhatIsNotUTF8() throws {
    #expect(throws: DataError.notUTF8("f")) { try YAMLText([0xFF, 0xFE, 0x61, 0], file: "f") }
    #expect(throws: DataError.notUTF8("f")) { try YAMLText([0x61, 0, 0x3A, 0], file: "f") }
    #expect(throws: DataError.invalidText(FilePlace("f", 2, 4))) {
      try YAMLText(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A], file: "f")
    }
    #expect(throws: DataError.invalidText(FilePlace("f", 3, 4))) {
      try YAMLText(Array("a: 1\nb: 2\nc: ".utf8) + [0, 0x0A], file: "f")
    }
  }

  @Test func refusesAHugeFileBeforeReadingItWhole() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("big.yaml", String(repeating: "a: 1\n", count: 60_000))
    #expect(throws: DataError.yaml(FilePlace(path, 1), .tooLarge(limit: 1 << 18))) {
      try YAMLText(path: path)
    }
  }

  @Test func refusesControlCharacters() {
    expect("a: 1\nb: \u{1}\n", 2, nil, .notYAML("control characters are not allowed"))
  }

  @Test func readsWindowsLineEnds() throws {
    #expect(try compose("a: 1\r\nb: 2\r\n").members?.map(\.key) == ["a", "b"])
  }

  @Test(arguments: 0..<400) func randomBytesNeverTrap(seed: Int) {
    // A small generator: the bytes YAML has a meaning for, in any order.
    let alphabet = Array("ab:-?[]{},&*!|>'\"%@` #\n\t\u{e9}0~".utf8)
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let bytes = (0..<80).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    do {
      _ = try YAMLComposer.compose(YAMLText(bytes, file: "f"))
    } catch {
      #expect(error.place != nil || error == .notUTF8("f"))
    }
  }
}

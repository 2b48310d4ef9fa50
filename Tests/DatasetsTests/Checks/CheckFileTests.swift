import Datasets
import TestSupport
import Testing

struct CheckFileTests {
  private func read(_ text: String) throws -> CheckFile {
    let folder = try TemporaryFolder()
    return try CheckFile(try folder.write("checks.yaml", text))
  }

  private func fault(_ text: String) throws -> YAMLProblem? {
    let error = #expect(throws: DataError.self) { try read(text) }
    guard case .yaml(_, let problem) = error else { return nil }
    return problem
  }

  @Test func commandsAreLinesOrWords() throws {
    let file = try read(
      """
      checks:
        - name: one
          command: forecast --input 'my series.csv' --model drift
        - name: two
          command: [fit, --input, my series.csv]
          tolerance: 1e-8
          reason: a closed form
      """)
    #expect(
      file.entries.map(\.command) == [
        ["forecast", "--input", "my series.csv", "--model", "drift"], ["fit", "--input", "my series.csv"],
      ])
    #expect(file.entries.map(\.tolerance) == [nil, 1e-8])
  }

  @Test func aToleranceNeedsItsReason() throws {
    #expect(
      try fault("checks:\n  - name: one\n    command: fit x\n    tolerance: 0.1\n") == .missingKey("reason"))
  }

  @Test func whatCannotBeIsRefused() throws {
    #expect(try fault("checks: []\n") != nil)
    #expect(try fault("tests:\n  - name: one\n") != nil)
    #expect(try fault("checks:\n  - name: ../one\n    command: fit x\n") != nil)
    #expect(try fault("checks:\n  - name: manifest\n    command: fit x\n") != nil)
    #expect(try fault("checks:\n  - name: one\n    command: \"fit 'x\"\n") != nil)
    #expect(
      try fault("checks:\n  - name: one\n    command: fit x\n    tolerance: 2\n    reason: no\n") != nil)
    #expect(try fault("checks:\n  - {name: one, command: fit x}\n  - {name: one, command: fit y}\n") != nil)
  }

  /// Each fault stands where the eye looks for it: line and column of the value, of the key, or of the word.
  @Test(arguments: [
    ("checks:\n  - name: one\n    command: fit x\n    tolerance: -1\n    reason: no\n", ":4:16: "),
    (
      "checks:\n  - name: one\n    command: fit x\n    tolerance: 0.5\n", ":4:16: the key 'reason' is missing"
    ),
    ("checks:\n  - name: one\n    command: a\n  - command: b\n    name: one\n", ":5:11: "),
    ("checks:\n  - name: one\n    comand: fit x\n", ":3:5: unknown key 'comand'; did you mean 'command'?"),
    ("checks:\n  - name: O\n    command: fit x\n", ":2:11: "),
    ("check:\n  - name: one\n", ":1:1: unknown key 'check'; did you mean 'checks'?"),
    ("checks:\n  - name: one\n    command: []\n", ":3:14: "),
  ])
  func aFaultHasItsPlace(_ text: String, _ told: String) throws {
    let error = #expect(throws: DataError.self) { try read(text) }
    #expect("\(try #require(error))".contains("checks.yaml" + told), "\(error as Any)")
  }

  @Test(arguments: [
    ("command: fit x --modle drift", [12, 16, 18, 26]), ("command: 'fit  x --a=b'", [13, 18, 20]),
    ("command: [fit, 'x y', \"z\"]", [13, 19, 26]),
    // The first word with an escape is not written as it reads: from there on the command's place stands.
    ("command: \"fit \\x41 b\"", [13, 12, 12]),
  ])
  func everyWordOfACommandHasItsPlace(_ line: String, _ columns: [Int]) throws {
    let file = try read("checks:\n- name: one\n  \(line)\n")
    let entry = try #require(file.entries.first)
    #expect(entry.wordPlaces.map(\.column) == columns.map { $0 })
    #expect(entry.wordPlaces.allSatisfy { $0.line == 3 })
  }

  @Test func aFoldedCommandHasPlacesOnItsLines() throws {
    let file = try read("checks:\n- name: one\n  command: >-\n    fit x\n    --model drift\n")
    let places = try #require(file.entries.first?.wordPlaces)
    #expect(places.map(\.line) == [4, 4, 5, 5])
    #expect(places.map(\.column) == [5, 9, 5, 13])
  }

  @Test func aMessageIsPlacedAtTheWordThatItNames() throws {
    let file = try read("checks:\n- name: one\n  command: fit --input a.csv --model=x,drift -\n")
    let entry = try #require(file.entries.first)
    #expect(entry.place(of: "unknown model 'drift'").column == 30)
    #expect(entry.place(of: "the value of '--input' is none").column == 16)
    #expect(entry.place(of: "a.csv:2: not a number").column == 24)
    #expect(entry.place(of: "standard input:1: not a number").column == 46)
    #expect(entry.place(of: "series 'a' is too short").column == 12)
  }
}

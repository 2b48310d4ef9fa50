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
}

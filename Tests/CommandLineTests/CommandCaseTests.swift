import Foundation
import Testing

struct CommandCaseTests {
  @Test func theProgramAndTheCasesAreThere() throws {
    #expect(Program.folder != nil, "the test bundle is not named in the arguments")
    #expect(CommandCase.all.count > 100, "the folder of cases was not found, or lost most of its cases")
    let known: Set = ["cmd", "stdout", "stderr", "status", "files", "input", "tolerance"]
    for command in CommandCase.all {
      let unknown = Set(try FileManager.default.contentsOfDirectory(atPath: command.folder.path))
        .subtracting(known)
      #expect(unknown.isEmpty, "\(command.testDescription) has files that mean nothing: \(unknown)")
    }
  }

  @Test(arguments: CommandCase.all)
  func aCommandDoesWhatItsCaseSays(_ command: CommandCase) async throws {
    #expect(
      Recording.current != .refused,
      "recording needs somebody who reads the difference; it is refused under CI")
    let actual = try await command.run()
    let expected = try command.expectation()
    let differences = try differences(actual, expected, tolerance: try command.tolerance())
    for difference in differences { Issue.record("\(command.testDescription): \(difference)") }
    if Recording.current == .on, !differences.isEmpty {
      try command.record(actual)
      Issue.record("\(command.testDescription): recorded; read the difference and run again")
    }
  }

  private func differences(_ actual: CaseOutcome, _ expected: CaseOutcome?, tolerance: Double) throws
    -> [String]
  {
    guard let expected else {
      return ["no expectation; BURDENSHARE_RECORD=1 records what it does now, status \(actual.status)"]
    }
    let texts: [(name: String, difference: String?)] = [
      ("status", TextComparison.difference(actual.status, expected.status)),
      ("stderr", TextComparison.difference(actual.error, expected.error)),
      ("stdout", TextComparison.difference(actual.output, expected.output, tolerance: tolerance)),
      ("files", TextComparison.difference(actual.files, expected.files)),
    ]
    return texts.compactMap { text in text.difference.map { "\(text.name): \($0)" } }
  }
}

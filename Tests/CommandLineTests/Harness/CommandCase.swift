import Foundation
import Testing

/// A case: a folder with a command line and what it must do.
///
/// | file | holds |
/// | --- | --- |
/// | `cmd` | one shell line |
/// | `stdout`, `stderr` | what it prints; absent for nothing |
/// | `status` | its exit status |
/// | `files` | what it leaves in the folder, one path a line; absent for nothing |
/// | `input/` | copied to the folder in which it runs |
/// | `tolerance` | a relative tolerance for numbers of `stdout`, and below it the reason |
struct CommandCase: Sendable, CustomTestStringConvertible {
  /// The case's folder.
  let folder: URL

  /// The name of the folder.
  var testDescription: String { folder.lastPathComponent }

  /// All cases, by name.
  static let all: [CommandCase] = {
    let root = Program.tests.appendingPathComponent("Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      CommandCase(folder: root.appendingPathComponent($0))
    }
  }()

  /// Runs the command.
  ///
  /// - Returns: what it did, in the terms of the expectation.
  /// - Throws: ``CaseError``, or what the file system says.
  func run() async throws -> CaseOutcome {
    guard let line = try text("cmd"), line.hasSuffix("\n"), line.dropLast().allSatisfy({ $0 != "\n" }) else {
      throw CaseError.notOneLine
    }
    let sandbox = try Sandbox(input: folder.appendingPathComponent("input"))
    let before = sandbox.files
    let run = try await ShellRun.run(line, in: sandbox)
    guard !run.timedOut else { throw CaseError.timedOut }
    return CaseOutcome(
      output: sandbox.portable(run.output), error: sandbox.portable(run.error), status: "\(run.status)\n",
      files: sandbox.files.subtracting(before).sorted().map { $0 + "\n" }.joined())
  }

  /// What the case expects.
  ///
  /// - Returns: the expectation, or `nil` when none has been recorded.
  /// - Throws: what the file system says.
  func expectation() throws -> CaseOutcome? {
    guard let status = try text("status") else { return nil }
    return CaseOutcome(
      output: try text("stdout") ?? "", error: try text("stderr") ?? "", status: status,
      files: try text("files") ?? "")
  }

  /// The relative tolerance of numbers, zero unless the case states one with its reason.
  ///
  /// - Returns: the tolerance.
  /// - Throws: ``CaseError/toleranceWithoutReason``.
  func tolerance() throws -> Double {
    guard let text = try text("tolerance") else { return 0 }
    let lines = text.split(separator: "\n")
    guard let first = lines.first, let value = Double(first), value > 0, value < 1, lines.count > 1 else {
      throw CaseError.toleranceWithoutReason
    }
    return value
  }

  /// Writes what the command did as what it must do.
  ///
  /// - Parameter outcome: what it did.
  /// - Throws: what the file system says.
  func record(_ outcome: CaseOutcome) throws {
    let texts = [
      ("stdout", outcome.output), ("stderr", outcome.error), ("status", outcome.status),
      ("files", outcome.files),
    ]
    for (name, text) in texts {
      let file = folder.appendingPathComponent(name)
      if !text.isEmpty {
        try Data(text.utf8).write(to: file)
      } else if FileManager.default.fileExists(atPath: file.path) {
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  private func text(_ name: String) throws -> String? {
    let file = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

/// What a command did or must do.
struct CaseOutcome: Sendable, Equatable {
  var output: String
  var error: String
  var status: String
  var files: String
}

/// Why a case cannot be judged.
enum CaseError: Error, Equatable {
  /// `cmd` is missing, or is not one line with its end.
  case notOneLine
  /// The command did not end.
  case timedOut
  /// `tolerance` is not a number between 0 and 1 with a reason on the next lines.
  case toleranceWithoutReason
}

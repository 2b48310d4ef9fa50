import ArgumentParser
import Datasets
import Negotiation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `burdenshare scenario new`.
struct ScenarioNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a commented scenario to start from; it is sound as it stands.",
    discussion: """
      A file that exists is left as it is.

      EXAMPLES:
        burdenshare scenario new my-case
        burdenshare scenario new my-case --ally KOR -o my-case.yaml
      """)

  @Argument(help: ArgumentHelp("The scenario's name: small letters, digits, hyphens.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("The ally: JPN or KOR.", valueName: "code"))
  var ally = Ally.japan.rawValue

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output (-).", valueName: "file"))
  var output: String?

  /// Checks the names.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    let isName =
      !name.isEmpty && name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
    guard isName else {
      throw ValidationError("the name '\(name)' has more than small letters, digits and hyphens in it")
    }
    if output?.isEmpty ?? false { throw ValidationError("--output has an empty name; - is standard output") }
  }

  func run() throws {
    let ally: Ally
    do {
      ally = try Ally(code: self.ally)
    } catch {
      throw CommandFailure(.usage, "--ally: \(error)")
    }
    let path = output == "-" ? nil : output
    if let path, access(path, F_OK) == 0 {
      throw CommandFailure(
        .cannotCreate, "\(path): there is such a file", hint: "name another one, or remove it")
    }
    let file = try OutputFile(path)
    try file.write(Array(ScenarioTemplate.text(name: name, ally: ally).utf8))
    try file.finish()
  }
}

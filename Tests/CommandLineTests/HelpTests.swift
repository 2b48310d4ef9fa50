import Foundation
import Testing

struct HelpTests {
  @Test func everyCommandHelpsWithAnExample() async throws {
    let all = try await HelpText.all()
    #expect(all.count >= 12, "found only \(all.map { $0.words.joined(separator: " ") })")
    for help in all {
      let name = (["burdenshare"] + help.words).joined(separator: " ")
      #expect(help.status == 0, "\(name) --help ended with status \(help.status)")
      #expect(help.text.hasPrefix("OVERVIEW: "), "\(name) --help has no overview")
      #expect(!help.examples.isEmpty, "\(name) --help has no example")
      for example in help.examples {
        #expect(
          example.hasPrefix("  burdenshare \(help.words.joined(separator: " "))"),
          "\(name) --help: an example of something else, or one too long for 80 columns: '\(example)'")
      }
    }
  }

  @Test func everyExampleRuns() async throws {
    for help in try await HelpText.all() {
      for example in help.examples {
        let sandbox = try Sandbox()
        try provide(sandbox.folder)
        // A manifest names the machine's OpenBLAS, so the table to verify is made here.
        let before = help.words == ["verify"] ? "burdenshare forecast korea-sma -o korea.csv --quiet && " : ""
        let run = try await ShellRun.run(before + example, in: sandbox)
        #expect(
          run.status == 0,
          "status \(run.status) of\(example): \(String(decoding: run.error, as: UTF8.self))")
        #expect(!run.output.isEmpty || example.contains(" -o "), "nothing printed by\(example)")
      }
    }
  }

  /// Makes the files that examples name.
  private func provide(_ folder: URL) throws {
    let rows = (0..<12).map { "a,\(2000 + $0),\(10 + $0 * $0 % 7 + 2 * $0)\n" }
    try Data(("series_id,period,value\n" + rows.joined()).utf8)
      .write(to: folder.appendingPathComponent("series.csv"))
    let package = folder.appendingPathComponent("path/to")
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: package.appendingPathComponent("package"), withDestinationURL: Program.data)
  }
}

import Foundation
import Testing

struct DocumentationTests {
  @Test func theBlocksAreFound() {
    #expect(DocumentedScript.all.count > 8)
    #expect(DocumentedScript.all.contains { $0.file == "README.md" })
    #expect(DocumentedScript.all.contains { $0.file.hasSuffix("FirstForecast.md") })
  }

  @Test func aBlockThatIsNotMarkedIsLeftAlone() {
    let text = "```sh\nfalse\n```\n\n```sh runnable\ntrue\necho a\n```\n"
    let scripts = DocumentedScript.scripts(in: text, file: "f")
    #expect(scripts.map(\.text) == ["true\necho a\n"])
    #expect(scripts.map(\.testDescription) == ["f:5"])
  }

  @Test func theEssenceOfACommandIsWhatItComputes() {
    #expect(
      DocumentedScript.essence("burdenshare data list --quiet -o a.csv  # all") == "burdenshare data list")
    #expect(DocumentedScript.essence("burdenshare check x || true") == "burdenshare check x")
    let text =
      "a\n    burdenshare fit x \\\n      --model y --draws 20\nburdenshare is a program, `burdenshare z`\n"
    #expect(DocumentedScript.commands(in: text).first == "burdenshare fit x --model y")
  }

  /// Commands that are too slow for a test of their own are run by a case, or make the gallery.
  @Test func everyCommandThatIsShownIsRunSomewhere() throws {
    var run = Set(DocumentedScript.all.flatMap { DocumentedScript.commands(in: $0.text) })
    for command in CommandCase.all {
      let line = try String(contentsOf: command.folder.appendingPathComponent("cmd"), encoding: .utf8)
      run.formUnion(DocumentedScript.commands(in: line))
    }
    run.formUnion(Gallery.pages.flatMap { DocumentedScript.commands(in: $0) })
    for document in DocumentedScript.documents {
      for command in DocumentedScript.commands(in: document.text) where !run.contains(command) {
        Issue.record("\(document.name) shows '\(command)', which no test runs")
      }
    }
  }

  @Test(arguments: DocumentedScript.all)
  func everyCommandOfTheDocumentationRuns(_ script: DocumentedScript) async throws {
    let sandbox = try Sandbox()
    // The first command that fails ends the block.
    let run = try await ShellRun.run("set -e\n" + script.text, in: sandbox)
    #expect(
      run.status == 0,
      "\(script.testDescription): status \(run.status): \(String(decoding: run.error, as: UTF8.self))")
  }
}

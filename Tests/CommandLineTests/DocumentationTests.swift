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

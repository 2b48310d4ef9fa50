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

  @Test func theOutputThatIsShownBelongsToTheBlockAboveIt() {
    let text = "```sh runnable\na\n```\n\n```text\n1\n…\n```\n\n```\n2\n```\n\n```sh runnable\nb\n```\n"
    #expect(DocumentedScript.scripts(in: text, file: "f").map(\.shown) == [["1"], []])
  }

  /// Every tutorial shows what its commands print, and lines left out as `…`.
  @Test func everyTutorialShowsOutput() {
    for document in DocumentedScript.documents where document.name.contains(".docc/") {
      let scripts = DocumentedScript.all.filter { $0.file == document.name }
      #expect(
        scripts.isEmpty || scripts.contains { !$0.shown.isEmpty }, "\(document.name) shows no output")
    }
  }

  @Test func everyPageIsReachableFromTheFirst() throws {
    let first = try #require(DocumentedScript.documents.first { $0.name.hasSuffix("/BurdenShare.md") })
    for page in DocumentedScript.documents where page.name.hasPrefix("docs/") && page.name != first.name {
      let name = page.name.replacingOccurrences(of: "docs/", with: "../")
        .replacingOccurrences(of: "../BurdenShare.docc/", with: "")
      #expect(first.text.contains("](\(name))\n"), "the first page does not lead to \(page.name)")
    }
  }

  /// Pages are read as files too, where a link is a path from the page.
  @Test func everyLinkWithinTheProjectLeadsSomewhere() {
    let root = Program.data.deletingLastPathComponent()
    for document in DocumentedScript.documents {
      let folder = root.appendingPathComponent(document.name).deletingLastPathComponent()
      for match in document.text.matches(of: /\]\(([^):#]+)\)/) {
        let target = folder.appendingPathComponent(String(match.1)).standardizedFileURL.path
        #expect(FileManager.default.fileExists(atPath: target), "\(document.name): \(match.1)")
      }
      let asInDocC = document.text.contains("doc:")
      #expect(!asInDocC, "\(document.name) has a link that only docc reads")
    }
  }

  @Test func theEssenceOfACommandIsWhatItComputes() {
    #expect(
      DocumentedScript.essence("burdenshare data list --quiet -o a.csv  # all") == "burdenshare data list")
    #expect(DocumentedScript.essence("burdenshare check x || true") == "burdenshare check x")
    let text =
      "a\n    burdenshare fit x \\\n      --model y --draws 20\nburdenshare is a program, `burdenshare z`\n"
    #expect(DocumentedScript.commands(in: text).first == "burdenshare fit x --model y")
  }

  @Test func wordsInCodeMarksAreFoundWithinSentences() {
    let text = "Use `burdenshare a\n  --b` or `--c`.\n\n```sh\nburdenshare `x`\n```\n\nAnd `d`.\n"
    #expect(DocumentedScript.spans(in: text) == ["burdenshare a --b", "--c", "d"])
    #expect(DocumentedScript.inSentences.count > 20)
  }

  /// What is said not to be run still stands somewhere, and what is said to be run in CI is.
  @Test func noExceptionIsLeftOver() throws {
    let shown = Set(DocumentedScript.inSentences)
    for (command, reason) in DocumentedScript.incomplete where !shown.contains(command) {
      Issue.record("no document shows '\(command)' any more, which \(reason)")
    }
    let root = Program.data.deletingLastPathComponent()
    let steps = try String(contentsOf: root.appendingPathComponent(".ci/run"), encoding: .utf8)
    #expect(steps.contains("bin/burdenshare\" check") && steps.contains("make report-check"))
    let verbs = try String(contentsOf: root.appendingPathComponent("Makefile"), encoding: .utf8)
    for document in DocumentedScript.documents {
      for span in DocumentedScript.spans(in: document.text) where span.hasPrefix("make ") {
        let verb = span.split(separator: " ")[1]
        #expect(verbs.contains("\n\(verb):"), "\(document.name) shows '\(span)'")
      }
    }
  }

  /// Benchmarks take minutes and need the peers, so they are not run here; what is shown of them is there at least.
  @Test func everyBenchmarkThatIsShownExists() throws {
    let root = Program.data.deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("benchmarks/README.md"), encoding: .utf8)
    let shown = page.split(separator: "\n").filter { $0.hasPrefix("benchmarks/") }
    #expect(shown.count > 5)
    for line in shown {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      let script = root.appendingPathComponent(words[0])
      #expect(FileManager.default.isExecutableFile(atPath: script.path), "\(line)")
      let source = try String(contentsOf: script, encoding: .utf8)
      for option in words.dropFirst() where option.hasPrefix("--") {
        let isThere = source.contains(option)
        #expect(isThere, "\(line)")
      }
    }
  }

  @Test func everyOptionThatIsShownExists() async throws {
    let help = try await HelpText.all()
    // Of the scripts in benchmarks/, and of the compiler's tests.
    let others: Set<String> = ["--set", "--only"]
    for document in DocumentedScript.documents {
      for span in DocumentedScript.spans(in: document.text) {
        let words = span.split(separator: " ").map(String.init)
        let own = words.first == "burdenshare" ? Array(words.dropFirst()) : words
        // The longest command that the words begin with; with none, an option of any.
        let command = help.filter { own.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
        let known = command.map { $0.words.isEmpty ? help : [$0] } ?? help
        guard command?.words.isEmpty == false || own.first?.hasPrefix("--") == true else { continue }
        for word in own where word.hasPrefix("--") {
          let option = String(word.prefix { $0 != "=" && $0 != "," && $0 != "|" })
          guard !others.contains(option) else { continue }
          #expect(known.contains { $0.text.contains(option) }, "\(document.name): \(span)")
        }
      }
    }
  }

  /// What a case or a runnable block runs, or what makes the gallery.
  private static let run: Set<String> = {
    var run = Set(DocumentedScript.all.flatMap { DocumentedScript.commands(in: $0.text) })
    for command in CommandCase.all {
      let file = command.folder.appendingPathComponent("cmd")
      let line = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      run.formUnion(DocumentedScript.commands(in: line))
    }
    return run.union(Gallery.pages.flatMap { DocumentedScript.commands(in: $0) })
  }()

  private static let onlyInSentences = DocumentedScript.inSentences.filter {
    !run.contains($0) && DocumentedScript.incomplete[$0] == nil
  }

  @Test(arguments: onlyInSentences)
  func everyCommandWithinASentenceRuns(_ command: String) async throws {
    let run = try await ShellRun.run(command, in: try Sandbox())
    #expect(run.status == 0, "\(command): \(String(decoding: run.error, as: UTF8.self))")
  }

  /// Commands that are too slow for a test of their own are run by a case, or make the gallery.
  @Test func everyCommandThatIsShownIsRunSomewhere() throws {
    let run = Self.run
    for document in DocumentedScript.documents {
      for command in DocumentedScript.commands(in: document.text) where !run.contains(command) {
        Issue.record("\(document.name) shows '\(command)', which no test runs")
      }
    }
  }

  /// The blocks of a document run one after the other in one folder that is empty at first, as a reader runs them.
  @Test(arguments: DocumentedScript.files)
  func everyCommandOfTheDocumentationRuns(_ file: String) async throws {
    let sandbox = try Sandbox()
    for script in DocumentedScript.all where script.file == file {
      // The first command that fails ends the block.
      let run = try await ShellRun.run("set -e\n" + script.text, in: sandbox)
      #expect(
        run.status == 0,
        "\(script.testDescription): status \(run.status): \(String(decoding: run.error, as: UTF8.self))")
      let printed = String(decoding: run.output + run.error, as: UTF8.self)
      let lines = Set(printed.split(separator: "\n").map { Self.withoutSpacesAtTheEnd($0) })
      for line in script.shown where !lines.contains(Self.withoutSpacesAtTheEnd(line[...])) {
        Issue.record("\(script.testDescription) does not print: \(line)")
      }
    }
  }

  private static func withoutSpacesAtTheEnd(_ line: Substring) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}

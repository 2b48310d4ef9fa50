import TestSupport
import Testing

@testable import Datasets

@Suite struct DescriptorTests {
  @Test func readsWhatItSays() throws {
    let small = SmallPackage(
      series: [
        SmallPackage.stored("a", lag: -3),
        SmallPackage.derived(
          "d", first: 2000, #""operation": "splice", "segments": [{"series": "a", "last": 1996}]"#),
      ],
      checks: [
        #"{"kind": "sum", "total": "a", "parts": ["b"], "periods": [2019], "tolerance": 0.5, "note": "n"}"#
      ])
    let folder = try small.write()
    let descriptor = try Descriptor.read(folder.path + "/datapackage.json")
    #expect(descriptor.name == "small")
    #expect(descriptor.version == "1.2.3")
    #expect(descriptor.resources.map(\.path) == ["values.csv"])
    #expect(descriptor.burdenshare.series.map(\.id) == ["a", "d"])
    #expect(descriptor.burdenshare.series[0].publication?.lagMonths == -3)
    #expect(descriptor.burdenshare.series[1].firstPeriod == 2000)
    #expect(descriptor.burdenshare.series[1].derived?.segments?.first?.last == 1996)
    #expect(descriptor.burdenshare.checks[0].tolerance == 0.5)
  }

  @Test func saysWhereTheJSONBreaks() throws {
    let file = try TemporaryFile("{\n  \"name\": \"x\",\n  \"title\": oops\n}")
    let path = file.path
    let reason = "it is not valid JSON (line 3)"
    expectRefusal(.badDescriptor(path, reason: reason), "\(path): \(reason)") {
      _ = try Descriptor.read(path)
    }
  }

  @Test(arguments: ["", "   ", "not json", "{", "[1, 2", "{\"name\": \"x\"", "\u{0}"])
  func refusesWhatIsNoJSON(text: String) throws {
    let file = try TemporaryFile(text)
    let path = file.path
    let error = try #require(throws: DataError.self) { _ = try Descriptor.read(path) }
    #expect(error.description.hasPrefix("\(path): it is not valid JSON (line 1)"), "\(error)")
  }

  @Test(arguments: [
    ("{}", "'name' is missing in the descriptor"),
    (#"{"name": "x", "title": "t"}"#, "'version' is missing in the descriptor"),
    (#"{"name": 1}"#, "'name' has another type than expected"),
    (#"{"name": null}"#, "'name' has another type than expected"),
    ("[]", "the descriptor has another type than expected"),
    (
      #"{"name": "x", "title": "t", "version": "1", "resources": [{"name": "r"}]}"#,
      "'path' is missing in 'resources[0]'"
    ),
    (
      #"{"name": "x", "title": "t", "version": "1", "resources": [{"name": "r", "path": "p", "bytes": "many"}]}"#,
      "'resources[0].bytes' has another type than expected"
    ),
    (
      #"{"name": "x", "title": "t", "version": "1", "resources": [{"name": "r", "path": "p", "bytes": 1.5}]}"#,
      "it is JSON, but a number has no place where it stands or a text is not UTF-8"
    ),
    (
      #"{"name": "x", "title": "t", "version": "1", "resources": [], "burdenshare": {"checks": []}}"#,
      "'series' is missing in 'burdenshare'"
    ),
    (
      #"{"name": "x", "title": "t", "version": "1", "resources": [], "burdenshare": {"series": [{"id": "a"}], "checks": []}}"#,
      "'title' is missing in 'burdenshare.series[0]'"
    ),
  ])
  func saysWhatIsMissingOrOfAnotherType(text: String, reason: String) throws {
    let file = try TemporaryFile(text)
    let path = file.path
    let error = try #require(throws: DataError.self) { _ = try Descriptor.read(path) }
    #expect(error.description.hasPrefix("\(path): \(reason)"), "\(error)")
  }
}

/// One file in a folder of its own.
private struct TemporaryFile {
  let folder: TemporaryFolder
  let path: String

  init(_ text: String) throws {
    folder = try TemporaryFolder()
    path = try folder.write("datapackage.json", text)
  }
}

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
    #expect(try descriptor.series.map { try $0.text("id") } == ["a", "d"])
    guard case .sum(let total, let parts, let years, let tolerance) = try #require(descriptor.checks.first)
    else {
      Issue.record("not a sum")
      return
    }
    #expect((total, parts, years, tolerance) == ("a", ["b"], [2019], 0.5))
  }

  @Test func saysWhereTheJSONBreaks() throws {
    let file = try TemporaryFile("{\n  \"name\": \"x\",\n  \"title\": oops\n}")
    let path = file.path
    let (place, reason) = ("\(path):3:12", "it is not valid JSON: expected a value")
    expectRefusal(.badDescriptor(place, reason: reason), "\(place): \(reason)") {
      _ = try Descriptor.read(path)
    }
  }

  @Test(arguments: ["", "   ", "not json", "{", "[1, 2", "{\"name\": \"x\"", "\u{0}"])
  func refusesWhatIsNoJSON(text: String) throws {
    let file = try TemporaryFile(text)
    let path = file.path
    let error = try #require(throws: DataError.self) { _ = try Descriptor.read(path) }
    #expect(error.description.hasPrefix("\(path):1:"), "\(error)")
    #expect(error.description.contains("it is not valid JSON"), "\(error)")
  }

  @Test(arguments: [
    ("{}", ": 'burdenshare' is missing: the catalogue of series"),
    (#"{"burdenshare": {"series": []}}"#, ":1:1: 'resources' is missing"),
    (#"{"resources": [], "burdenshare": {"series": []}}"#, ":1:1: 'name' is missing"),
    (#"{"name": 1, "resources": [], "burdenshare": {"series": []}}"#, ":1:10: 'name' is not text"),
    (#"{"name": null, "resources": [], "burdenshare": {"series": []}}"#, ":1:1: 'name' is missing"),
    ("[]", ":1:1: expected an object with 'burdenshare'"),
    (
      #"{"name": "x", "resources": [{"name": "r"}], "burdenshare": {"series": []}}"#,
      ":1:29: 'path' is missing"
    ),
    (
      #"{"resources": [{"name": "r", "path": "p", "bytes": "many"}], "burdenshare": {"series": []}}"#,
      ":1:52: 'bytes' is not a whole number"
    ),
    (
      #"{"resources": [{"name": "r", "path": "p", "bytes": 1.5}], "burdenshare": {"series": []}}"#,
      ":1:52: 'bytes' is not a whole number"
    ),
    (#"{"name": "x", "resources": [], "burdenshare": {"checks": []}}"#, ":1:47: 'series' is missing"),
    (
      #"{"name": "x", "resources": [], "burdenshare": {"series": [], "checks": [{"kind": "odd"}]}}"#,
      ":1:73: unknown kind of check 'odd'"
    ),
  ])
  func saysWhatIsMissingOrOfAnotherType(text: String, reason: String) throws {
    let file = try TemporaryFile(text)
    let path = file.path
    let error = try #require(throws: DataError.self) { _ = try Descriptor.read(path) }
    #expect(error.description == path + reason)
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

import Checks
import Reporting
import TestSupport
import Testing

struct TableManifestTests {
  private let manifest = TableManifest(
    command: ["forecast", "a \"b\"", "-o", "x.csv"], seed: .max, format: .csv, output: "00ff",
    facts: RunFacts(
      version: "1.2", blas: "OpenBLAS", kernel: "Zen",
      data: [.init(path: "series/a.csv", digest: "aa")], inputs: [.init(path: "-", digest: nil)]))

  @Test func whatIsWrittenIsReadBack() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv.meta.json", manifest.encoded)
    #expect(try TableManifest(path: path) == manifest)
  }

  @Test func anyChangeShows() throws {
    let folder = try TemporaryFolder()
    let bytes = manifest.encoded
    for place in stride(from: 0, to: bytes.count - 1, by: 7) {
      var changed = bytes
      changed[place] = changed[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      let path = try folder.write("x.json", changed)
      #expect(throws: (any Error).self, "byte \(place)") { try TableManifest(path: path) }
    }
  }

  @Test func aTruncatedManifestIsNoWholeOne() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.json", manifest.encoded.prefix(60))
    let error = #expect(throws: CheckError.self) { try TableManifest(path: path) }
    guard case .badManifest = error else {
      return #expect(Bool(false), "told as \(String(describing: error))")
    }
  }

  @Test func whatChangedBetweenRunsIsNamed() {
    let now = RunFacts(
      version: "1.3", blas: "OpenBLAS", kernel: "Haswell",
      data: [.init(path: "series/a.csv", digest: "ab"), .init(path: "rounds.csv", digest: "cc")], inputs: [])
    #expect(
      now.changes(since: manifest.facts) == [
        "version: recorded by 1.2, this is 1.3", "data: rounds.csv is new",
        "data: series/a.csv has other bytes",
        "input: - is gone", "OpenBLAS kernel: recorded on Zen, this is Haswell",
      ])
    #expect(manifest.facts.changes(since: manifest.facts).isEmpty)
    // A run of a part has not lost what it did not read.
    let part = now.changes(since: manifest.facts, wholly: false)
    #expect(!part.isEmpty && !part.contains { $0.hasSuffix(" is gone") })
  }
}

import Foundation
import TestSupport
import Testing

@testable import Datasets

/// What does not fit one read: records over the border of two chunks, pipes, files larger than memory.
@Suite(.serialized) struct CSVReaderStreamTests {
  /// The bytes that the source reads at once.
  static let chunk = 1 << 18

  @Test func readsTheSameRecordsWhereverAChunkEnds() throws {
    let tail = "\"q \"\"é\"\",\r\n\n日本\",\"\"\r\n\n5,-1.25e-3\n"
    let expected = [["q \"é\",\r\n\n日本", ""], ["5", "-1.25e-3"]]
    let folder = try TemporaryFolder()
    for position in -1...(tail.utf8.count + 1) {
      let header = "a,b\n"
      let filler = String(repeating: "x", count: Self.chunk - position - header.utf8.count - 3)
      let path = try folder.write("border.csv", header + filler + ",y\n" + tail)
      let table = try TableText(path: path)
      #expect(table.records.map(\.fields) == [[filler, "y"]] + expected, "the border \(position) bytes in")
      #expect(table.records.map(\.line) == [2, 3, 7])
    }
  }

  @Test func readsAPipeThatGivesTheMarkOfUTF8ByteByByte() throws {
    let pipe = try NamedPipe(
      "printf '\\357'; sleep 0.1; printf '\\273'; sleep 0.1; printf '\\277a,b\\n1,2\\n'")
    #expect(try TableText(path: pipe.path) == TableText("a,b\n1,2\n"))
  }

  @Test(arguments: [
    "head -c 1000000000 /dev/zero | tr '\\0' x", "head -c 1000000000 /dev/zero | tr '\\0' ,",
    "printf '\"'; head -c 1000000000 /dev/zero | tr '\\0' '\\n'",
  ])
  func refusesALineOfAGigabyteWithoutHoldingIt(writer: String) throws {
    let pipe = try NamedPipe("printf 'a,b\\n'; \(writer)")
    let before = peakMemory()
    expectRefusal(
      .lineTooLong(FilePlace(pipe.path, 2), limit: CSVReader.lineLimit),
      "\(pipe.path):2: the line is longer than 1048576 bytes; is this a table?"
    ) { _ = try TableText(path: pipe.path) }
    // The line itself may stand in memory up to its limit, its ends of fields eight bytes each, both while an
    // array doubles; the rest is room for tests that run beside this one. A gigabyte it is not.
    #expect(peakMemory() - before < 200_000_000)
  }

  @Test func readsManyRowsWithoutHoldingThem() throws {
    let pipe = try NamedPipe("printf 'a,b\\n'; yes '1,2.5' | head -n 200000")
    var reader = try CSVReader.open(pipe.path)
    let before = peakMemory()
    var sum = 0.0
    var rows = 0
    while try reader.next() {
      rows += 1
      sum += try reader.number(1) ?? 0
    }
    #expect(rows == 200_000)
    // Multiples of a half are exact in a double.
    #expect(sum == 500_000)
    #expect(peakMemory() - before < 200_000_000)
  }

  /// The most memory that the process has held, in bytes.
  private func peakMemory() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #endif
  }
}

import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct ByteSourceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func givesTheBytesOfAFileChunkByChunk() throws {
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 251) }
    let path = try folder.write("bytes", bytes)
    let source = try ByteSource(path)
    #expect(source.name == path)
    var read: [UInt8] = []
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { break }
      #expect(chunk.count <= 1 << 18)
      read += chunk
    }
    #expect(read == bytes)
    #expect(try source.next().isEmpty)
    #expect(try ByteSource.wholeFile(path) == bytes)
  }

  @Test func waitsForAsManyBytesAsItIsAskedFor() throws {
    let pipe = try NamedPipe("printf a; sleep 0.1; printf b; sleep 0.1; printf cd; sleep 0.1; printf e")
    let source = try ByteSource(pipe.path)
    #expect(try source.next(atLeast: 4).elementsEqual("abcd".utf8))
    #expect(try source.next(atLeast: 4).elementsEqual("e".utf8))
    #expect(try source.next(atLeast: 4).isEmpty)
  }

  @Test func readsAnEmptyFile() throws {
    #expect(try ByteSource.wholeFile(try folder.write("empty", "")).isEmpty)
  }

  @Test func refusesAFileThatIsNotThere() throws {
    let file = try folder.write("file", "x")
    for path in [folder.path + "/none", file + "/below", ""] {
      expectRefusal(.noSuchFile(path), "\(path): no such file") { _ = try ByteSource(path) }
    }
  }

  @Test func refusesAFolder() {
    let path = folder.path
    expectRefusal(
      .unreadable(path, reason: "it is a folder"), "\(path): cannot be opened: it is a folder"
    ) { _ = try ByteSource(path) }
  }

  /// The superuser may read everything, so that the refusal shows only to others.
  @Test(.enabled(if: geteuid() != 0))
  func refusesAFileThatMayNotBeRead() throws {
    let path = try folder.write("secret", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let reason = String(cString: strerror(EACCES))
    expectRefusal(.unreadable(path, reason: reason), "\(path): cannot be opened: \(reason)") {
      _ = try ByteSource(path)
    }
  }

  @Test func refusesALinkThatLeadsToItself() throws {
    let path = folder.path + "/loop"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let reason = String(cString: strerror(ELOOP))
    expectRefusal(.unreadable(path, reason: reason), "\(path): cannot be opened: \(reason)") {
      _ = try ByteSource(path)
    }
  }

  @Test func refusesAFileLargerThanItMayBe() throws {
    let path = try folder.write("large", [UInt8](repeating: 1, count: 11))
    #expect(try ByteSource.wholeFile(path, limit: 11).count == 11)
    expectRefusal(
      .unreadable(path, reason: "it is larger than 10 bytes"),
      "\(path): cannot be opened: it is larger than 10 bytes"
    ) { _ = try ByteSource.wholeFile(path, limit: 10) }
  }

  #if os(Linux)
    /// The first page of a process is never mapped: the file opens, and the first read fails.
    @Test func reportsAReadThatFails() {
      let path = "/proc/self/mem"
      let reason = String(cString: strerror(EIO))
      expectRefusal(.readFailed(path, reason: reason), "\(path): reading failed: \(reason)") {
        _ = try ByteSource(path).next()
      }
    }
  #endif
}

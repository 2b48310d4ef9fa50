import Foundation
import TestSupport

@testable import Datasets

/// The package of this repository, and copies of it in which something is broken.
enum RealPackage {
  /// The folder `data` beside `Tests`.
  static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "data").path

  static func open() throws -> DataPackage { try DataPackage(path) }
}

/// A copy of the repository's package, to be changed.
struct PackageCopy {
  let folder: TemporaryFolder
  var root: String { folder.path + "/data" }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: RealPackage.path, toPath: folder.path + "/data")
  }

  /// What a check of the copy finds.
  func problems() throws -> [PackageCheck.Finding] { PackageCheck(try DataPackage(root)).problems }

  func text(_ file: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: root + "/" + file), encoding: .utf8)
  }

  /// Replaces the first occurrence of a text in a file.
  func replace(_ old: String, with new: String, in file: String) throws {
    var text = try text(file)
    guard let range = text.firstRange(of: old) else { throw Missing(text: old, file: file) }
    text.replaceSubrange(range, with: new)
    try folder.write("data/" + file, text)
  }

  /// Writes a whole file anew.
  func write(_ text: String, to file: String) throws { try folder.write("data/" + file, text) }

  /// States the size and hash of a changed file in the descriptor, so that a check looks past them.
  func restate(_ file: String) throws {
    let bytes = try ByteSource.wholeFile(root + "/" + file)
    let descriptor = try text("datapackage.json")
    guard let start = descriptor.firstRange(of: "\"path\": \"\(file)\"")?.upperBound,
      let size = descriptor[start...].firstRange(of: /"bytes": \d+/),
      let hash = descriptor[start...].firstRange(of: /"hash": "sha256:[0-9a-f]{64}"/)
    else { throw Missing(text: file, file: "datapackage.json") }
    let stated = "\"hash\": \"sha256:\(SHA256.hexadecimal(bytes))\""
    // The hash stands after the size, so that it is replaced first and the size's range stays good.
    var changed = descriptor
    changed.replaceSubrange(hash, with: stated)
    changed.replaceSubrange(size, with: "\"bytes\": \(bytes.count)")
    try folder.write("data/datapackage.json", changed)
  }

  struct Missing: Error {
    let text: String
    let file: String
  }
}

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

/// A copy of the repository's package, cut down to one file so that a check of it is quick, to be changed.
struct PackageCopy {
  /// The file's path within the package.
  let file: String
  private let folder: TemporaryFolder

  var root: String { folder.path }
  var path: String { root + "/" + file }

  /// Copies a resource, the sources, and what the descriptor says of the resource: its series and their sums.
  ///
  /// - Parameters:
  ///   - name: of the resource.
  ///   - others: more resources.
  /// - Throws: when there is no such resource.
  init(of name: String, with others: [String] = []) throws {
    folder = try TemporaryFolder()
    var descriptor = try Self.read(RealPackage.path)
    let all = try Self.list(descriptor["resources"])
    let resources = ([name] + others).compactMap { name in all.first { $0["name"] as? String == name } }
    let files = resources.compactMap { $0["path"] as? String }
    guard let file = files.first, files.count == others.count + 1 else {
      throw Missing(text: name, file: "datapackage.json")
    }
    self.file = file
    var catalogue = try Self.dictionary(descriptor["burdenshare"])
    let series = try Self.list(catalogue["series"]).filter { $0["resource"] as? String == name }
    let known = Set(series.compactMap { $0["id"] as? String })
    catalogue["series"] = series
    catalogue["checks"] = try Self.list(catalogue["checks"]).filter { check in
      let named =
        [check["total"], check["series"]].compactMap { $0 as? String } + (check["parts"] as? [String] ?? [])
      return known.isSuperset(of: named)
    }
    descriptor["resources"] = resources
    descriptor["burdenshare"] = catalogue
    try write(descriptor)
    for file in Set(files + ["sources.csv"]) {
      try folder.write(file, try ByteSource.wholeFile(RealPackage.path + "/" + file))
    }
  }

  /// What a check of the copy finds.
  func problems() throws -> [PackageCheck.Finding] { PackageCheck(try DataPackage(root)).problems }

  func text() throws -> String { String(decoding: try ByteSource.wholeFile(path), as: UTF8.self) }

  /// Writes the file anew and, unless that is what a test breaks, states its size and hash in the descriptor.
  func write(_ text: String, isStated: Bool = true) throws {
    try folder.write(file, text)
    guard isStated else { return }
    try changeResource { resource in
      resource["bytes"] = text.utf8.count
      resource["hash"] = "sha256:" + SHA256.hexadecimal(Array(text.utf8))
    }
  }

  /// Replaces the first occurrence of a text in the file.
  func replace(_ old: String, with new: String, isStated: Bool = true) throws {
    var text = try text()
    guard let range = text.firstRange(of: old) else { throw Missing(text: old, file: file) }
    text.replaceSubrange(range, with: new)
    try write(text, isStated: isStated)
  }

  /// Changes what the descriptor says of the file.
  func changeResource(_ change: (inout [String: Any]) -> Void) throws {
    var descriptor = try Self.read(root)
    var resources = try Self.list(descriptor["resources"])
    change(&resources[0])
    descriptor["resources"] = resources
    try write(descriptor)
  }

  /// Changes every stated sum.
  func changeChecks(_ change: (inout [String: Any]) -> Void) throws {
    var descriptor = try Self.read(root)
    var catalogue = try Self.dictionary(descriptor["burdenshare"])
    var checks = try Self.list(catalogue["checks"])
    for index in checks.indices { change(&checks[index]) }
    catalogue["checks"] = checks
    descriptor["burdenshare"] = catalogue
    try write(descriptor)
  }

  private func write(_ descriptor: [String: Any]) throws {
    try folder.write("datapackage.json", try JSONSerialization.data(withJSONObject: descriptor))
  }

  private static func read(_ root: String) throws -> [String: Any] {
    let bytes = try ByteSource.wholeFile(root + "/datapackage.json")
    return try dictionary(try JSONSerialization.jsonObject(with: Data(bytes)))
  }

  private static func dictionary(_ value: Any?) throws -> [String: Any] {
    guard let value = value as? [String: Any] else {
      throw Missing(text: "an object", file: "datapackage.json")
    }
    return value
  }

  private static func list(_ value: Any?) throws -> [[String: Any]] {
    guard let value = value as? [[String: Any]] else {
      throw Missing(text: "a list", file: "datapackage.json")
    }
    return value
  }

  struct Missing: Error {
    let text: String
    let file: String
  }
}

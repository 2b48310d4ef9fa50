#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension DataPackage {
  /// Folders that are no input of a model: what was recorded of earlier runs.
  private static let recorded = ["baselines", "ledger"]

  /// The files that results can depend on: all of the package but records of earlier runs and texts for people.
  ///
  /// - Returns: paths within the package, in the order of the alphabet.
  package var inputFiles: [String] { Self.files(below: root, prefix: "", depth: 0).sorted() }

  /// Two levels are what a package has; a link to a folder above must not lead round and round.
  private static func files(below folder: String, prefix: String, depth: Int) -> [String] {
    guard depth < 4, let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var found: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), !name.hasSuffix(".md"), depth > 0 || !recorded.contains(name) else {
        continue
      }
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += files(below: "\(folder)/\(name)", prefix: prefix + name + "/", depth: depth + 1)
      } else if status.st_mode & S_IFMT == S_IFREG {
        found.append(prefix + name)
      }
    }
    return found
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension DataPackage {
  /// The names of the files in a folder of the package, without their ending, in the order of the alphabet.
  ///
  /// - Parameters:
  ///   - folder: its name within the package.
  ///   - ending: which files are meant.
  /// - Returns: none when there is no such folder.
  package func fileNames(in folder: String, ending: String) -> [String] {
    guard let listing = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix("."), name.hasSuffix(ending) { names.append(String(name.dropLast(ending.count))) }
    }
    return names.sorted()
  }
}

internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension DataPackage {
  /// The game of a name.
  ///
  /// - Parameter name: of a file in the package's folder `games`; or a path, which has a slash or ends in `.yaml` or
  ///   `.yml`; or `-` for standard input.
  /// - Returns: the game.
  /// - Throws: ``DataError``.
  public func gameFile(_ name: String) throws(DataError) -> GameFile {
    let isPath = name == "-" || name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    guard !isPath else { return try GameFile(name) }
    let known = gameNames
    guard known.contains(name) else {
      throw .unknownGame(name, nearest: nearestName(to: name, among: known), known: known)
    }
    return try GameFile("\(root)/games/\(name).yaml")
  }

  /// The names of the package's games, in the order of the alphabet; none without a folder of them.
  public var gameNames: [String] {
    guard let folder = opendir(root + "/games") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix("."), name.hasSuffix(".yaml") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }
}

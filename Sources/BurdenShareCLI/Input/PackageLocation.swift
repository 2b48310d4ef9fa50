import Datasets

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the data package is.
enum PackageLocation {
  /// The folder of the package.
  ///
  /// In this order: the one named; `BURDENSHARE_DATA`; `share/burdenshare` beside the folder of the program; a
  /// folder `data` with a descriptor in the working folder, or above it or the program (a checkout).
  ///
  /// - Parameter named: the folder given with `--data`.
  /// - Returns: the folder.
  /// - Throws: `DataError.noPackage` when there is none.
  static func find(_ named: String?) throws(DataError) -> String {
    if let named { return named }
    if let variable = getenv("BURDENSHARE_DATA"), variable.pointee != 0 { return String(cString: variable) }
    var places: [String] = []
    let program = programFolder
    if let program { places.append(parent(of: program) + "/share/burdenshare") }
    for start in [workingFolder, program].compactMap({ $0 }) {
      var folder = start
      while true {
        places.append((folder == "/" ? "" : folder) + "/data")
        if folder == "/" || folder.isEmpty { break }
        folder = parent(of: folder)
      }
    }
    return try require(places)
  }

  private static func require(_ places: [String]) throws(DataError) -> String {
    for place in places where access(place + "/datapackage.json", R_OK) == 0 { return place }
    // All of a long list of parents says less than its ends.
    throw .noPackage(searched: places.count > 3 ? [places[0], places[1], "… above"] : places)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static var workingFolder: String? {
    guard let pointer = getcwd(nil, 0) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static var programFolder: String? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      let name = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      let name = "/proc/self/exe"
    #endif
    guard let pointer = realpath(name, nil) else { return nil }
    defer { free(pointer) }
    return parent(of: String(cString: pointer))
  }
}

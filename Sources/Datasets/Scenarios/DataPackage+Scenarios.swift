public import Negotiation
import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension DataPackage {
  /// The folder of scenario files.
  public var scenarioFolder: String { root + "/scenarios" }

  static let scenarioEndings = [".yaml", ".yml"]

  /// The names of the package's scenario files, in the order of the alphabet; none without a folder of them.
  public var scenarioNames: [String] {
    guard let folder = opendir(scenarioFolder) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), let ending = Self.scenarioEndings.first(where: name.hasSuffix) else {
        continue
      }
      names.append(String(name.dropLast(ending.count)))
    }
    return names.sorted()
  }

  /// The scenarios of a name.
  ///
  /// - Parameter name: of a file of the package; or a path that ends in `.yaml` or `.yml`; after either, a slash and a
  ///   variant, for that one alone.
  /// - Returns: one scenario, or one for each variant.
  /// - Throws: ``DataError``; the first fault of a file that is not sound.
  public func scenarios(named name: String) throws(DataError) -> [Scenario] {
    let known = scenarioNames
    if Self.scenarioEndings.contains(where: name.hasSuffix) {
      return try ScenarioFile(name, in: self).sound()
    }
    let slash = name.lastIndex(of: "/")
    let file = slash.map { String(name[..<$0]) } ?? name
    let isPath = Self.scenarioEndings.contains(where: file.hasSuffix)
    guard isPath || known.contains(file) else {
      throw .unknownScenario(name, nearest: nearestName(to: file, among: known))
    }
    let all = try scenarioFile(file).sound()
    guard let slash else { return all }
    let variant = name[name.index(after: slash)...]
    let found = all.filter { $0.identifier.split(separator: "/").last == variant && all.count >= 1 }
    guard !found.isEmpty else {
      throw .unknownScenario(name, nearest: nearestName(to: name, among: all.map(\.identifier)))
    }
    return found
  }

  /// A scenario file of the package, sound or not.
  ///
  /// - Parameter name: of the file, or a path with its ending.
  /// - Returns: the file.
  /// - Throws: ``DataError`` when it cannot be read at all.
  public func scenarioFile(_ name: String) throws(DataError) -> ScenarioFile {
    guard !Self.scenarioEndings.contains(where: name.hasSuffix) else { return try ScenarioFile(name, in: self) }
    for ending in Self.scenarioEndings {
      let path = "\(scenarioFolder)/\(name)\(ending)"
      if access(path, F_OK) == 0 { return try ScenarioFile(path, in: self) }
    }
    throw .unknownScenario(name, nearest: nearestName(to: name, among: scenarioNames))
  }
}

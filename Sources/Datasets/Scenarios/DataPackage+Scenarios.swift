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
  /// - Parameters:
  ///   - name: of a file of the package; or a path that ends in `.yaml` or `.yml`; after either, a slash and a
  ///     variant, or a path of ratios, for that one alone.
  ///   - stated: what is said in place of the file's statements.
  /// - Returns: one scenario, or one for each variant.
  /// - Throws: ``DataError``; the first fault of a file that is not sound.
  public func scenarios(named name: String, stating stated: [ScenarioStatement] = []) throws(DataError)
    -> [Scenario]
  {
    let variant = try parts(of: name).variant
    let file = try scenarioFile(name, stating: stated)
    let all = try file.sound()
    guard let variant else { return all }
    let found = all.filter { $0.identifier.hasSuffix("/\(variant)") }
    guard !found.isEmpty else {
      throw .unknownScenario(name, nearest: nearestName(to: name, among: file.names))
    }
    return found
  }

  /// The file of a name, sound or not.
  ///
  /// - Parameters:
  ///   - name: as ``scenarios(named:stating:)`` takes it.
  ///   - stated: what is said in place of the file's statements.
  /// - Returns: the file.
  /// - Throws: ``DataError`` when it cannot be read at all.
  public func scenarioFile(_ name: String, stating stated: [ScenarioStatement] = []) throws(DataError)
    -> ScenarioFile
  {
    let (file, variant) = try parts(of: name)
    if Self.isPath(file) { return try ScenarioFile(file, in: self, stating: stated, variant: variant) }
    for ending in Self.scenarioEndings {
      let path = "\(scenarioFolder)/\(file)\(ending)"
      if access(path, F_OK) == 0 {
        return try ScenarioFile(path, in: self, stating: stated, variant: variant)
      }
    }
    throw .unknownScenario(name, nearest: nearestName(to: file, among: scenarioNames))
  }

  private static func isPath(_ name: String) -> Bool {
    scenarioEndings.contains { name.hasSuffix($0) && name.count > $0.count }
  }

  /// The file and the variant of a name.
  private func parts(of name: String) throws(DataError) -> (file: String, variant: String?) {
    let known = scenarioNames
    if Self.isPath(name) || known.contains(name) { return (name, nil) }
    if let slash = name.lastIndex(of: "/") {
      let file = String(name[..<slash])
      if Self.isPath(file) || known.contains(file) {
        return (file, String(name[name.index(after: slash)...]))
      }
    }
    throw .unknownScenario(name, nearest: nearestName(to: name, among: known))
  }
}

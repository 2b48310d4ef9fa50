public import Negotiation
import Series

/// A scenario file: its scenarios, or what is wrong with it.
public struct ScenarioFile: Sendable, Equatable {
  /// The file.
  public let path: String
  /// The name: that of the file, without folder and extension.
  public let name: String
  /// The scenario, or one for each variant in the order of the file; none of a variant that is faulty.
  public let scenarios: [Scenario]
  /// The keys that the file gives for each scenario, as paths such as `agreement.host.minority`; the others are defaults.
  public let given: [String: Set<String>]
  /// Everything that is wrong with it, in the order of lines; empty for a sound file.
  public let faults: [DataError]

  /// Reads a file.
  ///
  /// Keys that are not known, values of another type, impossible numbers, unknown sources and series and
  /// contradictions are collected; text that is no YAML ends the reading. Under `variants` stand names with keys that
  /// replace those of the file, key by key; a key without a value goes away.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - package: the package whose series and sources it names.
  /// - Throws: ``DataError`` when the file or the package's sources cannot be read at all.
  public init(_ path: String, in package: DataPackage) throws(DataError) {
    self.path = path
    name = Self.name(of: path)
    let faults = YAMLFaults()
    let reader = ScenarioReader(
      package: package, sources: Set(try package.sources().map(\.identifier)), faults: faults)
    var scenarios: [Scenario] = []
    var given: [String: Set<String>] = [:]
    func take(_ node: YAMLNode, _ identifier: String) {
      guard let scenario = reader.scenario(node, identifier: identifier) else { return }
      scenarios.append(scenario)
      given[identifier] = node.paths
    }
    do {
      let root = try YAMLComposer.read(path)
      if root.members == nil {
        faults.add(root.place, .wrongType(key: name, found: root.kind, expected: "a group of keys"))
      } else if let variants = root.members?.first(where: { $0.key == Self.variantsKey })?.value {
        let base = root.without([Self.variantsKey])
        for member in Self.variants(variants, faults) {
          take(base.overlaid(with: member.value), "\(name)/\(member.key)")
        }
      } else {
        take(root, name)
      }
    } catch {
      switch error {
      case .noSuchFile, .unreadable, .readFailed: throw error
      default: faults.add(error)
      }
    }
    self.scenarios = scenarios
    self.given = given
    self.faults = faults.sorted
  }

  private static let variantsKey = "variants"

  private static func variants(_ node: YAMLNode, _ faults: YAMLFaults) -> [YAMLNode.Member] {
    guard let members = node.members, !members.isEmpty else {
      faults.add(
        node.place, .wrongType(key: variantsKey, found: node.kind, expected: "names with keys below"))
      return []
    }
    return members.filter { member in
      let isName = !member.key.isEmpty && member.key.utf8.allSatisfy(Self.isNameByte)
      if !isName {
        faults.add(
          member.keyPlace,
          .notPossible(
            key: variantsKey, found: "'\(member.key)'", expected: "a name of letters, digits and hyphens"))
      }
      if member.value.members == nil {
        faults.add(
          member.value.place,
          .wrongType(key: member.key, found: member.value.kind, expected: "a group of keys"))
        return false
      }
      return isName
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    for ending in DataPackage.scenarioEndings where file.hasSuffix(ending) && file.count > ending.count {
      return String(file.dropLast(ending.count))
    }
    return file
  }

  /// The scenarios of a sound file.
  ///
  /// - Returns: at least one.
  /// - Throws: the first fault.
  public func sound() throws(DataError) -> [Scenario] {
    if let fault = faults.first { throw fault }
    return scenarios
  }
}

extension DataError {
  /// What is wrong with a place of a scenario file, without the place.
  public var reason: String {
    switch self {
    case .yaml(_, let problem): problem.description
    case .scenario(_, let error): error.description
    default: place.map { String(description.dropFirst("\($0): ".count)) } ?? description
    }
  }
}

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
  /// The statements of the file for each scenario that can be replaced, by path, with the texts that stand there.
  public let statements: [String: [String: String]]
  /// For each scenario, which of the statements of others the file leaves out and could make.
  public let added: [String: Set<String>]
  /// Everything that is wrong with it, in the order of lines; empty for a sound file.
  public let faults: [DataError]

  /// Reads a file.
  ///
  /// Keys that are not known, values of another type, impossible numbers, unknown sources, series and rounds and
  /// contradictions are collected; text that is no YAML ends the reading. Under `variants` stand names with keys that
  /// replace those of the file, key by key; a key without a value goes away.
  ///
  /// Statements of others take the place of the file's before it is read, or are added to a group of it, so that what they say
  /// is held to the same rules. A file that is faulty without them is read without them; a fault that comes with them is theirs.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - package: the package whose series and sources it names.
  ///   - stated: what is said in place of the file's statements, or beside them; one without a group changes nothing.
  ///   - variant: the only variant that they are about, or a path of ratios of a file without variants, which is then all that
  ///     is read of it; `nil` for all.
  /// - Throws: ``DataError`` when the file or the package's sources or rounds cannot be read at all.
  public init(
    _ path: String, in package: DataPackage, stating stated: [ScenarioStatement] = [],
    variant: String? = nil
  ) throws(DataError) {
    self.path = path
    name = Self.name(of: path)
    let sources = Set(try package.sources().map(\.identifier))
    let hasRounds = package.descriptor.resources.contains { $0.name == "rounds" }
    let evidence = hasRounds ? try package.evidence() : nil
    var faults = YAMLFaults()
    var nodes: [(identifier: String, node: YAMLNode)] = []
    var path: String?
    do {
      let root = try YAMLComposer.read(self.path)
      if root.members == nil {
        faults.add(root.place, .wrongType(key: name, found: root.kind, expected: "a group of keys"))
      } else if let variants = root.members?.first(where: { $0.key == Self.variantsKey })?.value {
        let base = root.without([Self.variantsKey])
        for member in Self.variants(variants, faults) {
          nodes.append(("\(name)/\(member.key)", base.overlaid(with: member.value)))
        }
      } else if let variant, let alone = root.alone(path: variant) {
        nodes = [("\(name)/\(variant)", alone)]
        path = variant
      } else {
        nodes = [(name, root)]
      }
    } catch {
      switch error {
      case .noSuchFile, .unreadable, .readFailed: throw error
      default: faults.add(error)
      }
    }
    let alone = path
    func read(_ nodes: [(identifier: String, node: YAMLNode)], _ faults: YAMLFaults) -> [Scenario] {
      let reader = ScenarioReader(
        package: package, sources: sources, evidence: evidence, faults: faults, path: alone)
      return nodes.compactMap { reader.scenario($0.node, identifier: $0.identifier) }
    }
    var scenarios = read(nodes, faults)
    var given: [String: Set<String>] = [:]
    var statements: [String: [String: String]] = [:]
    for (identifier, node) in nodes where scenarios.contains(where: { $0.identifier == identifier }) {
      given[identifier] = node.paths
      statements[identifier] = node.statements()
    }
    var added: [String: Set<String>] = [:]
    for (identifier, node) in nodes {
      let absent = stated.filter { statements[identifier]?[$0.key] == nil && node.admits($0.key) }
      added[identifier] = Set(absent.map(\.key))
    }
    self.added = added
    let isChanged = faults.isEmpty && !stated.isEmpty
    if isChanged {
      let name = name
      let changed: [(identifier: String, node: YAMLNode)] = nodes.map { identifier, node in
        let isMeant = variant.map { identifier == "\(name)/\($0)" } ?? true
        let own = added[identifier] ?? []
        return (
          identifier,
          isMeant
            ? stated.reduce(node) { own.contains($1.key) ? $0.adding($1) : $0.stating($1) } : node
        )
      }
      faults = YAMLFaults()
      scenarios = read(changed, faults)
    }
    self.scenarios = scenarios
    self.given = given
    self.statements = statements
    let origin = stated.map(\.origin).joined(separator: " ")
    self.faults = isChanged ? faults.sorted.map { $0.moved(to: origin) } : faults.sorted
  }

  /// The names of what a user can ask for by itself: scenarios, and their paths of ratios.
  var names: [String] {
    scenarios.flatMap { scenario in
      let paths = scenarios.count == 1 ? scenario.ratio?.paths ?? [] : []
      return [scenario.identifier] + paths.map { "\(scenario.identifier)/\($0.name)" }
    }
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

extension YAMLNode {
  /// A scenario with one path of ratios, and nothing but ratios; `nil` without a path of that name.
  ///
  /// - Parameter path: its name.
  /// - Returns: the scenario.
  func alone(path: String) -> YAMLNode? {
    guard let ratio = members?.first(where: { $0.key == "ratio" })?.value,
      let list = ratio.members?.first(where: { $0.key == "paths" })?.value,
      case .list(let paths) = list.content
    else { return nil }
    let found = paths.first { node in
      guard case .scalar(let name, _) = node.members?.first(where: { $0.key == "name" })?.value.content
      else { return false }
      return name == path
    }
    guard let found else { return nil }
    let one = YAMLNode(content: .list([found]), place: list.place)
    return without(["agreement", "game"]).replacing("ratio", with: ratio.replacing("paths", with: one))
  }

  /// The value with that of a key replaced.
  private func replacing(_ key: String, with value: YAMLNode) -> YAMLNode {
    let members = (members ?? []).map { member in
      member.key == key ? Member(key: key, keyPlace: member.keyPlace, value: value) : member
    }
    return YAMLNode(content: .mapping(members), place: place)
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

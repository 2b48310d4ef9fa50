/// A statement of a scenario file that somebody replaces: a key as a path, and the text in place of the one there.
public struct ScenarioStatement: Sendable, Equatable {
  /// The path: keys, and places in lists from 0, with points between them: `agreement.host.security_salience`.
  ///
  /// An amount of money and an exchange rate answer to the name of their group too: `exchange_rates.JPY`.
  public let key: String
  /// The text, as the file would have it without quotation marks.
  public let text: String
  /// Where it was said, as errors name it in place of a file and a line.
  public let origin: String

  /// A statement.
  ///
  /// - Parameters:
  ///   - key: the path.
  ///   - text: what stands there instead.
  ///   - origin: where it was said.
  public init(_ key: String, _ text: String, origin: String) {
    self.key = key
    self.text = text
    self.origin = origin
  }
}

extension YAMLNode {
  /// The keys of groups that stand for the group: its number.
  private static let numbers: Set<String> = ["amount", "per_dollar"]

  /// Every scalar's text by its path; numbers of money and of rates also by that of their group.
  func statements(under path: String = "") -> [String: String] {
    var found: [String: String] = [:]
    switch content {
    case .scalar(let text, _): if !isNothing, !path.isEmpty { found[path] = text }
    case .list(let elements):
      for (place, element) in elements.enumerated() {
        found.merge(element.statements(under: Self.step(path, "\(place)"))) { first, _ in first }
      }
    case .mapping(let members):
      for member in members {
        found.merge(member.value.statements(under: Self.step(path, member.key))) { first, _ in first }
        if Self.numbers.contains(member.key), !path.isEmpty, !member.value.isNothing,
          case .scalar(let text, _) = member.value.content
        {
          found[path] = text
        }
      }
    }
    return found
  }

  /// Whether a statement that is not there could be added.
  ///
  /// Its first group is there, or is that of exchange rates, and no list or scalar is in its way. Whether the key means
  /// anything is for who reads it.
  ///
  /// - Parameter key: the path.
  /// - Returns: false for a key without a group, and for places in lists.
  func admits(_ key: String) -> Bool {
    let steps = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard steps.count > 1, !steps.contains(""), let root = steps.first, Self.groups.contains(root) else {
      return false
    }
    guard !steps.contains(where: { Int($0) != nil }) else { return false }
    let hasRoot = members?.contains { $0.key == root } ?? false
    guard hasRoot || root == "exchange_rates" else { return false }
    var node: YAMLNode? = self
    for step in steps {
      guard let here = node else { return true }
      guard let members = here.members else { return false }
      node = members.first { $0.key == step }?.value
    }
    return node.map(\.isNothing) ?? true
  }

  /// The groups that a statement can be added to.
  private static let groups: Set<String> = ["exchange_rates", "agreement", "ratio"]

  /// The value with a statement that it ``admits(_:)``.
  func adding(_ statement: ScenarioStatement) -> YAMLNode {
    var steps = statement.key.split(separator: ".").map(String.init)
    // A rate answers to the name of its currency.
    if steps.count == 2, steps[0] == "exchange_rates" { steps.append("per_dollar") }
    let place = FilePlace(option: statement.origin)
    let value = YAMLNode(content: .scalar(statement.text, isPlain: true), place: place)
    return adding(value, at: steps[...], place)
  }

  private func adding(_ value: YAMLNode, at steps: ArraySlice<String>, _ place: FilePlace) -> YAMLNode {
    guard let step = steps.first else { return value }
    let members = members ?? []
    let empty = YAMLNode(content: .mapping([]), place: place)
    guard let found = members.firstIndex(where: { $0.key == step }) else {
      let added = empty.adding(value, at: steps.dropFirst(), place)
      return YAMLNode(
        content: .mapping(members + [Member(key: step, keyPlace: place, value: added)]), place: self.place)
    }
    var changed = members
    let member = members[found]
    changed[found] = Member(
      key: member.key, keyPlace: member.keyPlace,
      value: member.value.adding(value, at: steps.dropFirst(), place))
    return YAMLNode(content: .mapping(changed), place: self.place)
  }

  /// The value with one of its ``statements(under:)`` replaced; itself where it does not say it.
  func stating(_ statement: ScenarioStatement, under path: String = "") -> YAMLNode {
    switch content {
    case .scalar:
      guard path == statement.key, !isNothing else { return self }
      return YAMLNode(
        content: .scalar(statement.text, isPlain: true), place: FilePlace(option: statement.origin))
    case .list(let elements):
      let stated: [YAMLNode] = elements.enumerated().map { place, element in
        element.stating(statement, under: Self.step(path, "\(place)"))
      }
      return YAMLNode(content: .list(stated), place: place)
    case .mapping(let members):
      let stated: [Member] = members.map { member in
        let isNumber = path == statement.key && Self.numbers.contains(member.key)
        let below = isNumber ? path : Self.step(path, member.key)
        return Member(
          key: member.key, keyPlace: member.keyPlace, value: member.value.stating(statement, under: below))
      }
      return YAMLNode(content: .mapping(stated), place: place)
    }
  }

  private static func step(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension DataError {
  /// The same fault at the place of an option, where a line of a scenario file is named that is sound without it.
  func moved(to origin: String) -> DataError {
    let option = FilePlace(option: origin)
    guard let place, !place.isOption else { return self }
    return switch self {
    case .yaml(_, let problem): .yaml(option, problem)
    case .scenario(_, let error): .scenario(option, error)
    case .unknownSource(_, let name, let nearest): .unknownSource(option, name, nearest: nearest)
    default: self
    }
  }
}

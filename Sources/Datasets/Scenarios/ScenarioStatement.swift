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

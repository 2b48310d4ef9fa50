/// What is wrong with a place of a YAML file.
public enum YAMLProblem: Sendable, Equatable {
  /// Not one value in it.
  case empty
  /// Text that breaks the rules of YAML; the parser's reason.
  case notYAML(String)
  /// More bytes than any such file has.
  case tooLarge(limit: Int)
  /// Nested deeper than any such file is.
  case tooDeep(limit: Int)
  /// An anchor (`&name`), which an alias (`*name`) would repeat.
  case anchor
  /// A tag (`!name`).
  case tag(String)
  /// A key that is not a word.
  case keyIsNotText
  /// One key twice.
  case duplicateKey(String)
  /// A key that means nothing here; the nearest one, if any is close, and those there are.
  case unknownKey(String, nearest: String?, known: [String])
  /// A key that is needed.
  case missingKey(String)
  /// Keys of which one at least is needed.
  case missingKeys([String])
  /// Another kind of value than belongs here.
  case wrongType(key: String, found: String, expected: String)
  /// A value that is none of those possible, or a number beyond its range.
  case notPossible(key: String, found: String, expected: String)
}

extension YAMLProblem: CustomStringConvertible {
  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .empty: "there is nothing in the file; expected keys and values"
    case .notYAML(let reason): "it is not valid YAML: \(reason)"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .anchor: "anchors and aliases (&name, *name) are not used here; write the value out"
    case .tag(let tag): "tags are not used here; take away '\(tag)'"
    case .keyIsNotText: "a key is a word; expected KEY: VALUE"
    case .duplicateKey(let key): "the key '\(key)' appears twice"
    case .unknownKey(let key, let nearest, let known):
      "unknown key '\(key)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; known: \(known.joined(separator: ", "))")
    case .missingKey(let key): "the key '\(key)' is missing"
    case .missingKeys(let keys):
      "none of the keys \(keys.joined(separator: ", ")) is there; one at least is needed"
    case .wrongType(let key, let found, let expected): "'\(key)' is \(found); expected \(expected)"
    case .notPossible(let key, let found, let expected):
      "'\(key)': \(found) is not possible; expected \(expected)"
    }
  }
}

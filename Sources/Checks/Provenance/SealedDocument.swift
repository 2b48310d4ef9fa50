import Datasets
import Reporting

/// A JSON object that ends with the digest of everything before it, so that a change by hand shows.
///
/// No secret is in it: it tells an accident or a careless edit, not a forger.
enum SealedDocument {
  private static let key = "seal"

  /// The bytes of an object with its seal.
  ///
  /// - Parameter members: without the seal.
  /// - Returns: UTF-8 with a line end.
  static func encoded(_ members: [JSONMember]) -> [UInt8] {
    let seal = SHA256.hexadecimal(JSONValue.object(members).encoded())
    return JSONValue.object(members + [JSONMember(key, .text(seal))]).encoded()
  }

  /// Reads an object and checks its seal.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: its name, for errors.
  ///   - known: the number of the form that is known.
  /// - Returns: the object.
  /// - Throws: ``CheckError``.
  static func read(_ bytes: [UInt8], file: String, form known: Int) throws(CheckError) -> JSONNode {
    let node: JSONNode
    let (form, seal): (Int?, String?)
    do {
      node = try JSONParser.parse(bytes, file: file)
      form = try node.integer(ifPresent: "form")
      seal = try node.text(ifPresent: key)
    } catch {
      throw .badManifest(file: file, reason: "the file is no whole manifest, it may be truncated: \(error)")
    }
    guard let form else { throw .badManifest(file: file, reason: "'form' is missing: this is no manifest") }
    guard form == known else { throw .otherForm(file: file, found: form, known: known) }
    guard let seal, bytes == encoded(members(of: node)), !seal.isEmpty else { throw .edited(file: file) }
    return node
  }

  /// The members without the seal.
  private static func members(of node: JSONNode) -> [JSONMember] {
    guard case .object(let members) = value(node) else { return [] }
    return members.filter { $0.name != key }
  }

  private static func value(_ node: JSONNode) -> JSONValue {
    switch node.content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): Int(exactly: value).map { .integer($0) } ?? .number(value)
    case .string(let text): .text(text)
    case .array(let elements): .array(elements.map(value))
    case .object(let members): .object(members.map { JSONMember($0.key, value($0.value)) })
    }
  }
}

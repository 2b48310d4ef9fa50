/// A JSON value (RFC 8259) with the line on which it begins, so that an error can name the place.
///
/// Read here and not by a library's decoder, which tells no place for a wrong key or type and took a third of the
/// time of a whole forecast.
package struct JSONNode: Sendable {
  /// What the value is.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([(key: String, value: JSONNode)])
  }

  package let content: Content
  package let place: FilePlace

  private func wrong(_ expected: String, _ key: String) -> DataError {
    .badDescriptor("\(place)", reason: "'\(key)' is not \(expected)")
  }

  /// The value of a key, or `nil` where the object has none or it is null.
  package func member(_ key: String) throws(DataError) -> JSONNode? {
    guard case .object(let members) = content else {
      throw .badDescriptor("\(place)", reason: "expected an object with '\(key)'")
    }
    guard let found = members.first(where: { $0.key == key })?.value else { return nil }
    if case .null = found.content { return nil }
    return found
  }

  /// The keys of an object.
  package var keys: [String] {
    guard case .object(let members) = content else { return [] }
    return members.map(\.key)
  }

  private func required(_ key: String) throws(DataError) -> JSONNode {
    guard let found = try member(key) else {
      throw .badDescriptor("\(place)", reason: "'\(key)' is missing")
    }
    return found
  }

  /// The text of a key that may be absent.
  package func text(ifPresent key: String) throws(DataError) -> String? {
    guard let found = try member(key) else { return nil }
    guard case .string(let text) = found.content else { throw found.wrong("text", key) }
    return text
  }

  /// The text of a key.
  package func text(_ key: String) throws(DataError) -> String {
    _ = try required(key)
    return try text(ifPresent: key) ?? ""
  }

  /// The number of a key that may be absent.
  package func number(ifPresent key: String) throws(DataError) -> Double? {
    guard let found = try member(key) else { return nil }
    guard case .number(let number) = found.content else { throw found.wrong("a number", key) }
    return number
  }

  /// The whole number of a key that may be absent.
  package func integer(ifPresent key: String) throws(DataError) -> Int? {
    guard let found = try member(key) else { return nil }
    guard case .number(let number) = found.content, let integer = Int(exactly: number) else {
      throw found.wrong("a whole number", key)
    }
    return integer
  }

  /// The truth value of a key that may be absent.
  package func bool(ifPresent key: String) throws(DataError) -> Bool? {
    guard let found = try member(key) else { return nil }
    guard case .bool(let bool) = found.content else { throw found.wrong("true or false", key) }
    return bool
  }

  /// The elements of a key that may be absent.
  package func elements(ifPresent key: String) throws(DataError) -> [JSONNode]? {
    guard let found = try member(key) else { return nil }
    guard case .array(let elements) = found.content else { throw found.wrong("a list", key) }
    return elements
  }

  /// The elements of a key.
  package func elements(_ key: String) throws(DataError) -> [JSONNode] {
    _ = try required(key)
    return try elements(ifPresent: key) ?? []
  }

  /// The texts of a list that may be absent.
  package func texts(ifPresent key: String) throws(DataError) -> [String]? {
    guard let elements = try elements(ifPresent: key) else { return nil }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element.content else { throw element.wrong("a list of texts", key) }
      texts.append(text)
    }
    return texts
  }

  /// The texts of a list that may be absent, or that stands as a text alone.
  package func textOrTexts(ifPresent key: String) throws(DataError) -> [String]? {
    if case .string(let text) = try member(key)?.content { return [text] }
    return try texts(ifPresent: key)
  }

  /// The whole numbers of a list that may be absent.
  package func integers(ifPresent key: String) throws(DataError) -> [Int]? {
    guard let elements = try elements(ifPresent: key) else { return nil }
    var integers: [Int] = []
    for element in elements {
      guard case .number(let number) = element.content, let integer = Int(exactly: number) else {
        throw element.wrong("a list of whole numbers", key)
      }
      integers.append(integer)
    }
    return integers
  }
}

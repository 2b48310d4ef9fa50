/// A strict parser of JSON (RFC 8259) over bytes; an error names line and column.
package struct JSONParser {
  private let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0

  /// Deeper nesting than any descriptor has is refused, so that no file can exhaust the stack.
  private static let deepest = 64

  /// The value that a file holds.
  ///
  /// - Parameters:
  ///   - bytes: the file's.
  ///   - file: its name, for errors.
  /// - Returns: the value.
  /// - Throws: ``DataError/badDescriptor(_:reason:)`` with the place.
  package static func parse(_ bytes: [UInt8], file: String) throws(DataError) -> JSONNode {
    var parser = JSONParser(file: file, bytes: bytes)
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.position == bytes.count else { throw parser.wrong("text after the end of the value") }
    return value
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  private var place: FilePlace { FilePlace(file, line, position - lineStart + 1) }

  private func wrong(_ reason: String) -> DataError {
    .badDescriptor("\(place)", reason: "it is not valid JSON: \(reason)")
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = position + 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      position += 1
    }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(DataError) {
    skipBlanks()
    guard current == UInt8(ascii: character) else { throw wrong("expected '\(character)'") }
    position += 1
  }

  private mutating func value() throws(DataError) -> JSONNode {
    skipBlanks()
    let place = place
    guard let first = current else { throw wrong("the file ends too early") }
    switch first {
    case UInt8(ascii: "{"): return JSONNode(content: .object(try object()), place: place)
    case UInt8(ascii: "["): return JSONNode(content: .array(try array()), place: place)
    case UInt8(ascii: "\""): return JSONNode(content: .string(try string()), place: place)
    case UInt8(ascii: "t"): return JSONNode(content: try word("true", .bool(true)), place: place)
    case UInt8(ascii: "f"): return JSONNode(content: try word("false", .bool(false)), place: place)
    case UInt8(ascii: "n"): return JSONNode(content: try word("null", .null), place: place)
    default: return JSONNode(content: .number(try number()), place: place)
    }
  }

  private mutating func word(_ text: String, _ content: JSONNode.Content) throws(DataError)
    -> JSONNode.Content
  {
    guard bytes[position...].starts(with: text.utf8) else { throw wrong("expected a value") }
    position += text.utf8.count
    return content
  }

  private mutating func descend() throws(DataError) {
    depth += 1
    guard depth <= Self.deepest else { throw wrong("nested deeper than \(Self.deepest) levels") }
  }

  private mutating func object() throws(DataError) -> [(key: String, value: JSONNode)] {
    try descend()
    defer { depth -= 1 }
    position += 1
    var members: [(key: String, value: JSONNode)] = []
    skipBlanks()
    if current == UInt8(ascii: "}") {
      position += 1
      return members
    }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw wrong("expected a key in quotes") }
      let key = try string()
      if members.contains(where: { $0.key == key }) { throw wrong("the key '\(key)' appears twice") }
      try expect(":")
      members.append((key, try value()))
      skipBlanks()
      guard current == UInt8(ascii: ",") else {
        try expect("}")
        return members
      }
      position += 1
    }
  }

  private mutating func array() throws(DataError) -> [JSONNode] {
    try descend()
    defer { depth -= 1 }
    position += 1
    var elements: [JSONNode] = []
    skipBlanks()
    if current == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      elements.append(try value())
      skipBlanks()
      guard current == UInt8(ascii: ",") else {
        try expect("]")
        return elements
      }
      position += 1
    }
  }

  private mutating func number() throws(DataError) -> Double {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false }
    func skip(_ characters: String) -> Bool {
      guard let byte = current, characters.utf8.contains(byte) else { return false }
      position += 1
      return true
    }
    func skipDigits() -> Bool {
      let first = position
      while isDigit(current) { position += 1 }
      return position > first
    }
    _ = skip("-")
    // A leading zero stands alone.
    var isValid = skip("0") || skipDigits()
    if isValid, skip(".") { isValid = skipDigits() }
    if isValid, skip("eE") {
      _ = skip("+-")
      isValid = skipDigits()
    }
    let slice = bytes[start..<position]
    guard isValid, let value = DecimalText.parse(slice) ?? Double(String(decoding: slice, as: UTF8.self)),
      value.isFinite
    else {
      position = start
      throw wrong("expected a value")
    }
    return value
  }

  private mutating func string() throws(DataError) -> String {
    position += 1
    let start = position
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    // Most strings have no escape and are one slice.
    if current == UInt8(ascii: "\"") {
      guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
        throw wrong("bytes that are no UTF-8 text")
      }
      position += 1
      return text
    }
    return try escaped(Array(bytes[start..<position]))
  }

  private mutating func escaped(_ start: [UInt8]) throws(DataError) -> String {
    var text = start
    while let byte = current {
      guard byte >= 0x20 else { throw wrong("a control character in a string") }
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw wrong("bytes that are no UTF-8 text")
        }
        return valid
      }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let escape = current else { break }
      position += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "u"): text.append(contentsOf: String(try unicode()).utf8)
      default: throw wrong("an unknown escape in a string")
      }
    }
    throw wrong("a string never ends")
  }

  /// A scalar after `\u`; two halves of a surrogate pair make one.
  private mutating func unicode() throws(DataError) -> Unicode.Scalar {
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), bytes[position...].starts(with: "\\u".utf8) else {
      throw wrong("half of a surrogate pair")
    }
    position += 2
    let low = try fourDigits()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw wrong("half of a surrogate pair") }
    return scalar
  }

  private mutating func fourDigits() throws(DataError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw wrong("expected four hexadecimal digits")
    }
    position += 4
    return value
  }
}

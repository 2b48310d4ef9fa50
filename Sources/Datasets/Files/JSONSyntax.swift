/// Finds the place where a text stops being JSON (RFC 8259); the decoder says only that it does.
struct JSONSyntax {
  private let bytes: [UInt8]
  private var position = 0

  /// Lists within lists beyond this are no descriptor, and could exhaust the stack.
  private static let deepest = 100

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line on which a text breaks the grammar.
  ///
  /// - Parameter bytes: the text in UTF-8.
  /// - Returns: the line, from 1, or `nil` for a text that keeps to it.
  static func faultyLine(_ bytes: [UInt8]) -> Int? {
    var scanner = JSONSyntax(bytes)
    if scanner.value(depth: 0) {
      scanner.skipBlanks()
      if scanner.position == bytes.count { return nil }
    }
    return 1 + bytes.prefix(scanner.position).count { $0 == UInt8(ascii: "\n") }
  }

  private mutating func value(depth: Int) -> Bool {
    skipBlanks()
    guard depth < Self.deepest, position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "{"): return list(closing: "}") { $0.member(depth: depth + 1) }
    case UInt8(ascii: "["): return list(closing: "]") { $0.value(depth: depth + 1) }
    case UInt8(ascii: "\""): return string()
    default: return word("true") || word("false") || word("null") || number()
    }
  }

  private mutating func member(depth: Int) -> Bool {
    skipBlanks()
    guard string() else { return false }
    skipBlanks()
    return take(":") && value(depth: depth)
  }

  /// The opening bracket, elements with commas between them, the closing bracket.
  private mutating func list(closing: Unicode.Scalar, _ element: (inout JSONSyntax) -> Bool) -> Bool {
    position += 1
    skipBlanks()
    if take(closing) { return true }
    repeat {
      guard element(&self) else { return false }
      skipBlanks()
    } while take(",")
    return take(closing)
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while position < bytes.count, bytes[position] >= 0x20 {
      if take("\"") { return true }
      if take("\\"), !escape() { return false }
      position += 1
    }
    return false
  }

  /// What follows a backslash, up to its last byte.
  private mutating func escape() -> Bool {
    guard position < bytes.count else { return false }
    guard bytes[position] == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(bytes[position]) }
    let digits = bytes.dropFirst(position + 1).prefix(4)
    position += digits.count
    return digits.count == 4 && digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }

  private mutating func number() -> Bool {
    _ = take("-")
    guard take("0") || takeDigits() else { return false }
    if take("."), !takeDigits() { return false }
    guard take("e") || take("E") else { return true }
    _ = take("+") || take("-")
    return takeDigits()
  }

  private mutating func takeDigits() -> Bool {
    let count = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    position += count
    return count > 0
  }

  private mutating func word(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
  }
}

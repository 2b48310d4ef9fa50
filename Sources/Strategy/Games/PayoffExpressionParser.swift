/// Reads arithmetic by recursive descent: sums of products of factors.
struct PayoffExpressionParser {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The whole text as one expression.
  mutating func expression() throws(StrategyError) -> PayoffExpression.Node {
    guard bytes.count <= PayoffExpression.lengthLimit else {
      throw .badExpression(
        column: PayoffExpression.lengthLimit + 1,
        reason: "longer than \(PayoffExpression.lengthLimit) characters")
    }
    let node = try sum()
    guard peek() == nil else { throw unexpected() }
    return node
  }

  private mutating func sum() throws(StrategyError) -> PayoffExpression.Node {
    var node = try product()
    while let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      place += 1
      let next = try product()
      node = sign == UInt8(ascii: "+") ? .sum(node, next) : .difference(node, next)
    }
    return node
  }

  private mutating func product() throws(StrategyError) -> PayoffExpression.Node {
    var node = try factor()
    while let sign = peek(), sign == UInt8(ascii: "*") || sign == UInt8(ascii: "/") {
      place += 1
      let column = place
      let next = try factor()
      node = sign == UInt8(ascii: "*") ? .product(node, next) : .quotient(node, next, column: column)
    }
    return node
  }

  private mutating func factor() throws(StrategyError) -> PayoffExpression.Node {
    guard let byte = peek() else { throw .badExpression(column: bytes.count + 1, reason: "it ends here") }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      place += 1
      try descend()
      let node = try factor()
      depth -= 1
      return byte == UInt8(ascii: "-") ? .difference(.number(0), node) : node
    case UInt8(ascii: "("):
      place += 1
      try descend()
      let node = try sum()
      guard peek() == UInt8(ascii: ")") else {
        throw .badExpression(column: place + 1, reason: "a closing parenthesis is missing")
      }
      place += 1
      depth -= 1
      return node
    case let byte where Self.isDigit(byte):
      return .number(try number())
    case let byte where Self.isLetter(byte):
      let start = place
      while place < bytes.count, Self.isLetter(bytes[place]) || Self.isDigit(bytes[place]) { place += 1 }
      return .name(String(decoding: bytes[start..<place], as: UTF8.self), column: start + 1)
    default: throw unexpected()
    }
  }

  private mutating func number() throws(StrategyError) -> Rational {
    let start = place
    while place < bytes.count, Self.isDigit(bytes[place]) || bytes[place] == UInt8(ascii: ".") { place += 1 }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      // A power of ten; what is none is told where the number begins.
      place += 1
      if place < bytes.count, Self.isSign(bytes[place]) { place += 1 }
      while place < bytes.count, Self.isDigit(bytes[place]) { place += 1 }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    do {
      return try Rational(text: text)
    } catch {
      throw .badExpression(column: start + 1, reason: error.description)
    }
  }

  private mutating func descend() throws(StrategyError) {
    depth += 1
    guard depth <= PayoffExpression.depthLimit else {
      throw .badExpression(
        column: place,
        reason: "more than \(PayoffExpression.depthLimit) parentheses or signs within each other")
    }
  }

  /// The next byte that is no blank.
  private mutating func peek() -> UInt8? {
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    return place < bytes.count ? bytes[place] : nil
  }

  private func unexpected() -> StrategyError {
    let scalar = String(decoding: bytes[place...], as: UTF8.self).prefix(1)
    return .badExpression(column: place + 1, reason: "'\(scalar)' was not expected")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}

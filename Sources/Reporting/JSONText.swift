/// Rows as JSON objects (RFC 8259), the columns in their order.
enum JSONText {
  static func append(_ columns: [String], _ row: [Cell], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, (name, cell)) in zip(columns, row).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      switch cell {
      case .text(let text): append(text, to: &bytes)
      case .number(let value) where value.isFinite: NumberText.append(value, to: &bytes)
      case .integer(let value): NumberText.append(value, to: &bytes)
      case .number, .missing: bytes.append(contentsOf: "null".utf8)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// A text in quotation marks, with what JSON does not allow in it escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Rows as CSV: RFC 4180 with LF, fields quoted only where they must be.
enum CSVText {
  static func append(_ row: [Cell], to bytes: inout [UInt8]) {
    let start = bytes.count
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(text, to: &bytes)
      case .number(let value): NumberText.append(value, to: &bytes)
      case .integer(let value): NumberText.append(value, to: &bytes)
      case .missing: break
      }
    }
    // One empty field alone would be a blank line, which readers pass over.
    if row.count == 1, bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    let mustQuote = text.utf8.contains(where: special.contains) || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard mustQuote else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

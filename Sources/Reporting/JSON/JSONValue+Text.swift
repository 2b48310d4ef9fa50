extension JSONValue {
  /// The value as text that a person can read and `git diff` can follow.
  ///
  /// Two blanks for each level; what holds no further object or array stands on one line, so that a row of data is a line.
  ///
  /// - Returns: UTF-8, with a line end.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): NumberText.append(value, to: &bytes)
    case .number(let value) where value.isFinite: NumberText.append(value, to: &bytes)
    case .number: bytes.append(contentsOf: "null".utf8)
    case .text(let text): JSONText.append(text, to: &bytes)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isScalar)
      Self.list("[", values.count, "]", isFlat: isFlat, depth, &bytes) { index, bytes in
        values[index].append(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      let isFlat = members.allSatisfy(\.value.isScalar)
      Self.list("{", members.count, "}", isFlat: isFlat, depth, &bytes) { index, bytes in
        JSONText.append(members[index].name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        members[index].value.append(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func list(
    _ opening: String, _ count: Int, _ closing: String, isFlat: Bool, _ depth: Int, _ bytes: inout [UInt8],
    _ item: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: opening.utf8)
    for index in 0..<count {
      if index > 0 { bytes.append(contentsOf: (isFlat ? ", " : ",").utf8) }
      if !isFlat { newLine(depth + 1, &bytes) }
      item(index, &bytes)
    }
    if !isFlat { newLine(depth, &bytes) }
    bytes.append(contentsOf: closing.utf8)
  }

  private static func newLine(_ depth: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth))
  }
}

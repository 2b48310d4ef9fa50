/// The text of a YAML file, once it is known that a parser can take it.
struct YAMLText: Sendable {
  let file: String
  let text: String

  /// More than a thousand times an ordinary scenario.
  static let sizeLimit = 1 << 18
  /// The parser calls itself for each level.
  static let depthLimit = 64

  /// Reads a file and refuses what would exhaust a parser: too many bytes, too many levels, aliases by the dozen
  /// (ten lines of them can stand for a billion values).
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Throws: ``DataError`` with the place.
  init(path: String) throws(DataError) {
    let source = try ByteSource(path)
    var bytes: [UInt8] = []
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { break }
      bytes.append(contentsOf: chunk)
      guard bytes.count <= Self.sizeLimit else {
        throw .yaml(FilePlace(source.name, 1), .tooLarge(limit: Self.sizeLimit))
      }
    }
    try self.init(bytes, file: source.name)
  }

  /// The text of bytes.
  ///
  /// - Parameters:
  ///   - bytes: the file's.
  ///   - file: its name.
  /// - Throws: ``DataError`` with the place.
  init(_ bytes: [UInt8], file: String) throws(DataError) {
    self.file = file
    let hasOtherMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !hasOtherMark, !bytes.prefix(4).contains(0) else { throw .notUTF8(file) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var (line, brackets, stars) = (0, 0, 0)
    for row in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      guard String(validating: row, as: UTF8.self) != nil, !row.contains(0) else {
        throw .invalidText(FilePlace(file, line, Self.firstInvalid(row) + 1))
      }
      let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
      if row.first(where: { !isBlank($0) }) == UInt8(ascii: "#") { continue }
      // A level of a block costs a column of what a line begins with, one of a flow a bracket.
      let lead = row.prefix { isBlank($0) || "-?:".utf8.contains($0) }.count
      guard lead <= 2 * Self.depthLimit else {
        throw .yaml(FilePlace(file, line, lead), .tooDeep(limit: Self.depthLimit))
      }
      var (previous, earlier) = (UInt8(ascii: " "), UInt8(ascii: " "))
      for (column, byte) in row.enumerated() {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        default: break
        }
        guard brackets <= Self.depthLimit else {
          throw .yaml(FilePlace(file, line, column + 1), .tooDeep(limit: Self.depthLimit))
        }
        // An alias stands where a value begins; elsewhere an asterisk multiplies.
        let mayBegin = isBlank(earlier) || "[{,:-?".utf8.contains(earlier)
        if previous == UInt8(ascii: "*"), mayBegin, !isBlank(byte) { stars += 1 }
        guard stars <= Self.starLimit else {
          throw .yaml(FilePlace(file, line, column), .anchor)
        }
        (earlier, previous) = (previous, byte)
      }
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .invalidText(FilePlace(file, 1))
    }
    self.text = text
  }

  /// The bytes of a line before the first that is no text.
  private static func firstInvalid(_ row: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = row.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &bytes), scalar.first != 0 {
      count += scalar.count
    }
    return count
  }

  /// So few aliases cannot stand for many values; the parser's nodes then tell them from asterisks in text.
  private static let starLimit = 16
}

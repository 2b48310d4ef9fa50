/// A strict reader of CSV (RFC 4180), one record at a time.
///
/// UTF-8 with or without a byte-order mark; lines end with LF or CRLF; a field may be quoted and then hold
/// commas, line ends and doubled quotation marks. Every record has as many fields as the header. Blank lines are
/// passed over. Anything else is an error with its line: nothing is padded, dropped or guessed.
public struct CSVReader: ~Copyable {
  /// The names of the columns.
  public private(set) var header: [String] = []
  /// The line on which the current record begins.
  public private(set) var line = 0
  /// The file as it was named.
  public let file: String
  /// Where the header begins.
  private var headerLine = 1

  /// The most bytes of one record; a table's line is far shorter.
  public static let lineLimit = 1 << 20

  private let source: ByteSource
  private var chunk = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  private var nextLine = 1
  /// The bytes of the current record, fields one after the other without quotes and commas.
  private var record: [UInt8] = []
  /// Where each field ends in ``record``.
  private var ends: [Int] = []

  /// Opens a table and reads its header.
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Returns: the reader, before its first record.
  /// - Throws: ``DataError`` for a missing, empty or unreadable file, or a header with doubled names.
  public static func open(_ path: String) throws(DataError) -> CSVReader {
    var reader = CSVReader(try ByteSource(path))
    try reader.readHeader()
    return reader
  }

  private init(_ source: ByteSource) {
    self.source = source
    file = source.name
    record.reserveCapacity(256)
  }

  private mutating func readHeader() throws(DataError) {
    chunk = try source.next(atLeast: 4)
    guard !chunk.isEmpty else { throw .emptyFile(file) }
    try skipMark()
    guard try readRecord() else { throw .emptyFile(file) }
    headerLine = line
    var names: Set<String> = []
    for index in 0..<ends.count {
      let name = try text(index).trimmed
      guard names.insert(name).inserted else {
        throw .duplicateColumn(FilePlace(file, line, index + 1), name: name)
      }
      header.append(name)
    }
  }

  /// Moves to the next record.
  ///
  /// - Returns: false at the end of the file.
  /// - Throws: ``DataError`` with the place.
  public mutating func next() throws(DataError) -> Bool {
    guard try readRecord() else { return false }
    guard ends.count == header.count else {
      // The first field that is missing, or that is one too many.
      let field = min(header.count, ends.count) + 1
      throw .raggedRow(FilePlace(file, line, field), expected: header.count, found: ends.count)
    }
    return true
  }

  /// The place of a column's field in a required table.
  ///
  /// - Parameter name: the column's name.
  /// - Returns: its index.
  /// - Throws: ``DataError/missingColumn(_:name:found:)``.
  public func column(_ name: String) throws(DataError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .missingColumn(FilePlace(file, headerLine, header.count + 1), name: name, found: header)
    }
    return index
  }

  /// The place of a column that a caller may name, and that otherwise has one of the usual names.
  ///
  /// - Parameters:
  ///   - name: the name given, if any.
  ///   - usual: the usual names, the first of which an error names.
  /// - Returns: its index.
  /// - Throws: ``DataError/missingColumn(_:name:found:)``.
  func column(_ name: String?, or usual: [String]) throws(DataError) -> Int {
    try column(name ?? usual.first(where: header.contains) ?? usual.joined(separator: "' or '"))
  }

  /// Where the first row belongs, for a table that has none.
  public var firstRow: FilePlace { FilePlace(file, headerLine + 1, 1) }

  /// A field of the current record as text.
  ///
  /// - Parameter index: of the column.
  /// - Returns: the text without quotes.
  /// - Throws: ``DataError/invalidText(_:)`` for bytes that are no UTF-8.
  public func text(_ index: Int) throws(DataError) -> String {
    guard let text = String(validating: record[range(index)], as: UTF8.self) else {
      throw .invalidText(FilePlace(file, line, index + 1))
    }
    return text
  }

  /// Whether a field of the current record is the same as a text, without making a string of it.
  ///
  /// - Parameters:
  ///   - index: of the column.
  ///   - bytes: the text in UTF-8.
  /// - Returns: whether they are equal byte for byte.
  public func field(_ index: Int, equals bytes: [UInt8]) -> Bool {
    let range = range(index)
    return range.count == bytes.count && record[range].elementsEqual(bytes)
  }

  /// A field of the current record as a number.
  ///
  /// - Parameter index: of the column.
  /// - Returns: the number, or `nil` for an empty field.
  /// - Throws: ``DataError`` for text, NaN, infinity or a number beyond the range of a double.
  public func number(_ index: Int) throws(DataError) -> Double? {
    let bytes = record[range(index)]
    if let value = DecimalText.parse(bytes) { return value }
    let text = try text(index).trimmed
    if text.isEmpty { return nil }
    let place = FilePlace(file, line, index + 1)
    guard DecimalText.isNumeral(text), let value = Double(text) else {
      let unsigned = text.lowercased().drop { $0 == "+" || $0 == "-" }
      guard !["nan", "inf", "infinity"].contains(unsigned) else {
        throw .notFinite(place, column: header[index], text: text)
      }
      throw .notANumber(place, column: header[index], text: text)
    }
    guard value.isFinite else { throw .notFinite(place, column: header[index], text: text) }
    return value
  }

  /// A field of the current record as a year.
  ///
  /// - Parameter index: of the column.
  /// - Returns: the year, and whether it was written as a fiscal one.
  /// - Throws: ``DataError/notAPeriod(_:column:text:)``.
  public func period(_ index: Int) throws(DataError) -> (year: Int, isFiscal: Bool) {
    if let year = PeriodText.plainYear(record[range(index)]) { return (year, false) }
    let text = try text(index).trimmed
    guard let period = PeriodText.parse(text) else {
      throw .notAPeriod(FilePlace(file, line, index + 1), column: header[index], text: text)
    }
    return period
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Passes a UTF-8 mark and refuses the marks of other encodings.
  private mutating func skipMark() throws(DataError) {
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let other = chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF])
    let zeros = chunk.prefix(4).contains(0)
    guard !other, !zeros else { throw .notUTF8(file) }
  }

  /// Reads bytes up to the end of a record into ``record`` and ``ends``.
  private mutating func readRecord() throws(DataError) -> Bool {
    record.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    line = nextLine
    var quoted = false
    var openingLine = line
    var closed = false
    var sawReturn = false
    var fieldStart = 0
    while true {
      if position == chunk.count {
        chunk = try source.next()
        position = 0
        if chunk.isEmpty {
          if quoted { throw .unterminatedQuote(FilePlace(file, openingLine, ends.count + 1)) }
          if sawReturn { throw .strayCarriageReturn(FilePlace(file, nextLine)) }
          guard !record.isEmpty || !ends.isEmpty || closed else { return false }
          try endField()
          return true
        }
      }
      let byte = chunk[position]
      position += 1
      if quoted {
        if byte == UInt8(ascii: "\"") {
          quoted = false
          closed = true
        } else {
          if byte == UInt8(ascii: "\n") { nextLine += 1 }
          try append(byte)
        }
        continue
      }
      if sawReturn, byte != UInt8(ascii: "\n") { throw .strayCarriageReturn(FilePlace(file, nextLine)) }
      switch byte {
      case UInt8(ascii: ","):
        try endField()
        fieldStart = record.count
        closed = false
      case UInt8(ascii: "\n"):
        nextLine += 1
        if record.isEmpty, ends.isEmpty, !closed {
          line = nextLine
          sawReturn = false
          continue
        }
        try endField()
        return true
      case UInt8(ascii: "\r"): sawReturn = true
      case UInt8(ascii: "\""):
        if closed {
          // A doubled mark: the field goes on.
          try append(byte)
          quoted = true
          closed = false
        } else {
          guard record.count == fieldStart else {
            throw .strayQuote(FilePlace(file, nextLine, ends.count + 1))
          }
          quoted = true
          openingLine = nextLine
        }
      default:
        guard !closed else { throw .strayQuote(FilePlace(file, nextLine, ends.count + 1)) }
        try append(byte)
      }
    }
  }

  private mutating func append(_ byte: UInt8) throws(DataError) {
    guard byte != 0 else { throw .invalidText(FilePlace(file, nextLine, ends.count + 1)) }
    try checkLength(adding: 1)
    record.append(byte)
  }

  private mutating func endField() throws(DataError) {
    try checkLength(adding: 0)
    ends.append(record.count)
  }

  /// Commas count as well: a line of nothing else would fill the memory with ends of fields.
  private func checkLength(adding bytes: Int) throws(DataError) {
    guard record.count + ends.count + bytes <= Self.lineLimit else {
      throw .lineTooLong(FilePlace(file, line), limit: Self.lineLimit)
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !blank($0) }), let last = lastIndex(where: { !blank($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}

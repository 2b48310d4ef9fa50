import TestSupport
import Testing

@testable import Datasets

@Suite struct CSVReaderRefusalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func refusesAnEmptyFile() throws {
    for bytes in [[], Array("\n\r\n".utf8), [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      try expect(bytes, { .emptyFile($0) }, "FILE:1:1: the file is empty; expected a header row and values")
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00], [0xFE, 0xFF, 0x00, 0x61, 0x00, 0x2C],
      [0x61, 0x00, 0x2C, 0x00], [0x00, 0x61, 0x00, 0x2C], [0xFF, 0xFE],
      [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], [0x00, 0x00, 0xFE, 0xFF], [0x61, 0x00, 0x00, 0x00],
    ] as [[UInt8]])
  func refusesUTF16AndUTF32WithAndWithoutAMark(bytes: [UInt8]) throws {
    try expect(bytes, { .notUTF8($0) }, "FILE: the text is UTF-16 or UTF-32; save it as UTF-8")
  }

  @Test(
    arguments: [
      [0xE9], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xFE],
    ] as [[UInt8]])
  func refusesBytesThatAreNoUTF8(bytes: [UInt8]) throws {
    let message = "bytes that are no UTF-8 text; save the file as UTF-8"
    try expect(
      Array("a,b\n1,2\n3,x".utf8) + bytes, { .invalidText(FilePlace($0, 3, 2)) }, "FILE:3:2: \(message)")
    try expect(
      Array("ab,c".utf8) + bytes + [0x0A], { .invalidText(FilePlace($0, 1, 2)) }, "FILE:1:2: \(message)")
  }

  @Test func refusesAZeroByte() throws {
    let message = "bytes that are no UTF-8 text; save the file as UTF-8"
    try expect("abcd,b\n1,2\u{0}\n", { .invalidText(FilePlace($0, 2, 2)) }, "FILE:2:2: \(message)")
    try expect("abcd,b\n\"1\n\u{0}\",2\n", { .invalidText(FilePlace($0, 3, 1)) }, "FILE:3:1: \(message)")
  }

  @Test func refusesADoubledName() throws {
    try expect(
      "a,b,a\n", { .duplicateColumn(FilePlace($0, 1, 3), name: "a") }, "FILE:1:3: column 'a' appears twice")
    try expect(
      "a,\" a\"\n", { .duplicateColumn(FilePlace($0, 1, 2), name: "a") }, "FILE:1:2: column 'a' appears twice"
    )
    try expect(
      "\na,,\n", { .duplicateColumn(FilePlace($0, 2, 3), name: "") }, "FILE:2:3: column '' appears twice")
  }

  @Test func refusesAColumnThatIsNotThere() throws {
    let path = try folder.write("t.csv", "a,b\n1,2\n")
    expectRefusal(
      .missingColumn(FilePlace(path, 1, 3), name: "c", found: ["a", "b"]),
      "\(path):1:3: no column 'c'; found: a, b"
    ) { _ = try CSVReader.open(path).column("c") }
    expectRefusal(
      .missingColumn(FilePlace(path, 1, 3), name: "c' or 'd", found: ["a", "b"]),
      "\(path):1:3: no column 'c' or 'd'; found: a, b"
    ) { _ = try CSVReader.open(path).column(nil, or: ["c", "d"]) }
  }

  @Test(arguments: [("1\n", 1), ("1,2,3\n", 3), ("1,2,\n", 3), ("\"1,2\"", 1), (" \n", 1)])
  func refusesARaggedRow(row: String, found: Int) throws {
    try expect(
      "a,b\n\n1,2\n\(row)", { .raggedRow(FilePlace($0, 4, min(2, found) + 1), expected: 2, found: found) },
      "FILE:4:\(min(2, found) + 1): \(found) fields, expected 2 as in the header")
  }

  @Test func refusesAQuoteThatNeverEndsAndSaysWhereItOpened() throws {
    let message = "a quoted field begins here and never ends"
    try expect("a,b\n1,\"2\n3,4\n", { .unterminatedQuote(FilePlace($0, 2, 2)) }, "FILE:2:2: \(message)")
    try expect("a,\"b\n1,2\n", { .unterminatedQuote(FilePlace($0, 1, 2)) }, "FILE:1:2: \(message)")
    try expect("a,b\n1,\"", { .unterminatedQuote(FilePlace($0, 2, 2)) }, "FILE:2:2: \(message)")
    // A closed field over two lines comes before the open one, which then opens on the later line.
    try expect(
      "a,b\n\"1\n1\",\"2\n3,4\n", { .unterminatedQuote(FilePlace($0, 3, 2)) }, "FILE:3:2: \(message)")
    // A doubled mark does not open anew.
    try expect(
      "a,b\n1,\"2\n\"\"3\n", { .unterminatedQuote(FilePlace($0, 2, 2)) }, "FILE:2:2: \(message)")
  }

  @Test(arguments: ["1,x\"y\n", "1,\"x\"y\n", "1,\"x\" \n", "1, \"x\"\n", "1,x\"\n", "1,\"x\"\"\"y\n"])
  func refusesAQuoteInTheMiddleAndTextAfterOne(row: String) throws {
    try expect(
      "a,b\n\(row)", { .strayQuote(FilePlace($0, 2, 2)) },
      "FILE:2:2: a quotation mark in the middle of a field; quote the whole field and double the mark")
  }

  @Test func saysTheLineOfAStrayQuoteAndNotOfItsRecord() throws {
    try expect(
      "a,b\n\"1\n1\",x\"y\n", { .strayQuote(FilePlace($0, 3, 2)) },
      "FILE:3:2: a quotation mark in the middle of a field; quote the whole field and double the mark")
  }

  @Test(arguments: [
    ("a,b\r1,2\r", 1), ("a,b\n1,2\r3,4\n", 2), ("a,b\n1,2\r\r\n", 2), ("a,b\n1,2\r", 2), ("a,b\n\r", 2),
  ])
  func refusesALoneCarriageReturn(text: String, line: Int) throws {
    try expect(
      text, { .strayCarriageReturn(FilePlace($0, line)) },
      "FILE:\(line): a carriage return without a line feed; lines end with LF or CRLF")
  }

  @Test(arguments: [
    ("n/a", "n/a"), ("0x10", "0x10"), ("\"1,234\"", "1,234"), ("1 234", "1 234"), ("1_000", "1_000"),
    ("12%", "12%"), ("--1", "--1"), ("1e", "1e"), ("e5", "e5"), (".", "."), ("-", "-"), ("１２", "１２"),
    ("1.2.3", "1.2.3"), ("0x1p3", "0x1p3"), ("nan(0x1)", "nan(0x1)"), ("null", "null"), (" x ", "x"),
  ])
  func refusesTextWhereANumberBelongs(field: String, text: String) throws {
    try expectNumber(
      field, { .notANumber($0, column: "v", text: text) }, "'\(text)' in column 'v' is not a number")
  }

  @Test(arguments: ["NaN", "nan", "-nan", "inf", "Inf", "-Infinity", "+infinity", "1e400", "-1e400", "1e309"])
  func refusesWhatIsNotFinite(field: String) throws {
    try expectNumber(
      field, { .notFinite($0, column: "v", text: field) }, "'\(field)' in column 'v' is not a finite number")
  }

  @Test func refusesADecimalNumberOf400Digits() throws {
    let digits = String(repeating: "9", count: 400)
    try expectNumber(
      digits, { .notFinite($0, column: "v", text: digits) },
      "'\(digits.prefix(40))…' in column 'v' is not a finite number")
  }

  @Test func refusesBytesThatAreNoTextInANumber() throws {
    try expectNumber(
      bytes: [0x31, 0xE9], { .invalidText($0) }, "bytes that are no UTF-8 text; save the file as UTF-8")
  }

  @Test func refusesALineBeyondTheLimitAndAllowsOneAtIt() throws {
    let limit = CSVReader.lineLimit
    let longest = Array("a\n".utf8) + [UInt8](repeating: 0x78, count: limit) + [0x0A]
    #expect(try TableText(longest).records.first?.fields.first?.utf8.count == limit)
    let message = "FILE:2: the line is longer than 1048576 bytes; is this a table?"
    let error: (String) -> DataError = { .lineTooLong(FilePlace($0, 2), limit: limit) }
    try expect(Array("a\nx".utf8) + longest.dropFirst(2), error, message)
    try expect(Array("a\n".utf8) + [UInt8](repeating: 0x2C, count: limit + 1), error, message)
    try expect(Array("a\n\"".utf8) + [UInt8](repeating: 0x0A, count: limit + 1), error, message)
  }

  private func expect(
    _ text: String, _ error: (String) -> DataError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws { try expect(Array(text.utf8), error, message, sourceLocation: sourceLocation) }

  /// Reads all of a file with these bytes; `FILE` in the message stands for its path.
  private func expect(
    _ bytes: [UInt8], _ error: (String) -> DataError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = try folder.write("table.csv", bytes)
    expectRefusal(
      error(path), message.replacing("FILE", with: path), sourceLocation: sourceLocation
    ) { _ = try TableText(path: path) }
  }

  private func expectNumber(
    _ field: String, _ error: (FilePlace) -> DataError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws { try expectNumber(bytes: Array(field.utf8), error, message, sourceLocation: sourceLocation) }

  /// Reads a field as a number in the third line.
  private func expectNumber(
    bytes: [UInt8], _ error: (FilePlace) -> DataError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = try folder.write("table.csv", Array("a,v\n1,2\n3,".utf8) + bytes + [0x0A])
    expectRefusal(
      error(FilePlace(path, 3, 2)), "\(path):3:2: \(message)", sourceLocation: sourceLocation
    ) {
      var reader = try CSVReader.open(path)
      while try reader.next() { _ = try reader.number(1) }
    }
  }
}

import TestSupport
import Testing

@testable import Datasets

@Suite struct CSVReaderTests {
  @Test func readsHeaderAndRecordsWithTheirLines() throws {
    let table = try TableText("a,b\n1,2\n3,4\n")
    #expect(table.header == ["a", "b"])
    #expect(table.records == [TableRecord(2, ["1", "2"]), TableRecord(3, ["3", "4"])])
  }

  @Test func readsALastLineWithoutItsEnd() throws {
    #expect(try TableText("a,b\n1,2") == TableText("a,b\n1,2\n"))
    #expect(try TableText("a,b\n1,\"2\"") == TableText("a,b\n1,2\n"))
    #expect(try TableText("a,b\n1,") == TableText("a,b\n1,\n"))
    #expect(try TableText("a,b").records.isEmpty)
  }

  @Test func readsLinesOfWindows() throws {
    #expect(try TableText("a,b\r\n1,2\r\n\"3\",\"4\"\r\n") == TableText("a,b\n1,2\n3,4\n"))
  }

  @Test func passesTheMarkOfUTF8() throws {
    #expect(try TableText([0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8)) == TableText("a,b\n1,2\n"))
  }

  @Test func passesBlankLinesAndCountsThem() throws {
    let table = try TableText("\n\r\na,b\n\n1,2\n\r\n\n3,4\n\n\n")
    #expect(table.header == ["a", "b"])
    #expect(table.records == [TableRecord(5, ["1", "2"]), TableRecord(8, ["3", "4"])])
  }

  @Test func takesAQuotedNothingForAFieldAndNotForABlankLine() throws {
    #expect(try TableText("a\n\"\"\n\n1\n").records == [TableRecord(2, [""]), TableRecord(4, ["1"])])
    #expect(try TableText("a\n\"\"").records == [TableRecord(2, [""])])
  }

  @Test func undoublesQuotationMarks() throws {
    let table = try TableText("a,b\n\"say \"\"no\"\"\",\"\"\"\"\n\"\"\"x\",\"\"\n")
    #expect(table.records == [TableRecord(2, ["say \"no\"", "\""]), TableRecord(3, ["\"x", ""])])
  }

  @Test func keepsCommasAndLineEndsWithinQuotesAndCountsTheLines() throws {
    let table = try TableText("a,b\n\"1,\n2\r\n3\",x\n\"\n\n\",\"y,z\"\n4,5\n")
    #expect(
      table.records == [
        TableRecord(2, ["1,\n2\r\n3", "x"]), TableRecord(5, ["\n\n", "y,z"]), TableRecord(8, ["4", "5"]),
      ])
  }

  @Test func keepsBlanksOfFieldsAndDropsThoseOfNames() throws {
    let table = try TableText(" a ,\tb\n 1 ,\t\n")
    #expect(table.header == ["a", "b"])
    #expect(table.records == [TableRecord(2, [" 1 ", "\t"])])
  }

  @Test func readsTextBeyondASCII() throws {
    let table = try TableText("a,b\n日本,\"Größe, \u{1F1EF}\u{1F1F5}\"\n")
    #expect(table.records == [TableRecord(2, ["日本", "Größe, \u{1F1EF}\u{1F1F5}"])])
  }

  @Test func comparesAFieldByteForByte() throws {
    let folder = try TemporaryFolder()
    var reader = try CSVReader.open(try folder.write("t.csv", "a,b\nabc,\u{E9}\n"))
    #expect(try reader.next())
    // The last is the same letter as the field's, composed otherwise: another name.
    let same = [
      reader.field(0, equals: Array("abc".utf8)), reader.field(0, equals: Array("ab".utf8)),
      reader.field(0, equals: Array("abd".utf8)), reader.field(1, equals: Array("e\u{301}".utf8)),
    ]
    #expect(same == [true, false, false, false])
    #expect(try !reader.next())
    #expect(try !reader.next())
  }

  @Test func findsColumnsByName() throws {
    let folder = try TemporaryFolder()
    let reader = try CSVReader.open(try folder.write("t.csv", "a,b\n1,2\n"))
    let found = [
      try reader.column("b"), try reader.column(nil, or: ["x", "a"]), try reader.column("b", or: ["a"]),
    ]
    #expect(found == [1, 0, 1])
  }

  @Test(
    arguments: [
      ("12", 12), ("-0.5", -0.5), ("+3", 3), (".25", 0.25), ("7.", 7), ("1e3", 1000), ("2.5E-3", 0.0025),
      (" 8 ", 8), ("\t9", 9), ("12345678901234567890", 12_345_678_901_234_567_168), ("1e-400", 0),
    ] as [(String, Double)])
  func readsNumbers(text: String, value: Double) throws {
    let folder = try TemporaryFolder()
    var reader = try CSVReader.open(try folder.write("t.csv", "v,w\n\(text),\"\(text)\"\n"))
    #expect(try reader.next())
    let values = [try reader.number(0), try reader.number(1)]
    #expect(values == [value, value])
  }

  @Test func takesAnEmptyOrBlankFieldForNoNumber() throws {
    let folder = try TemporaryFolder()
    var reader = try CSVReader.open(try folder.write("t.csv", "v,w,x\n,\"\",  \n"))
    #expect(try reader.next())
    let values = [try reader.number(0), try reader.number(1), try reader.number(2)]
    #expect(values == [nil, nil, nil])
  }
}

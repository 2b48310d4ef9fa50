import Testing

@testable import Reporting

@Suite struct TableTests {
  let table = Table(
    columns: ["a", "b"], rows: (1...5).map { [.text("row \($0)"), .number(Double($0) / 2)] })

  @Test(arguments: TableFormat.allCases)
  func piecesMakeTheWhole(format: TableFormat) {
    for size in 1...6 {
      var encoder = TableEncoder(format, columns: table.columns)
      var bytes = encoder.header()
      for start in stride(from: 0, to: table.rows.count, by: size) {
        bytes += encoder.append(Array(table.rows[start..<min(start + size, table.rows.count)]))
      }
      bytes += encoder.append([])
      bytes += encoder.finish()
      #expect(bytes == table.encoded(format))
    }
  }

  @Test func holdsNothingBackButTheAlignedForm() {
    for format in [TableFormat.csv, .json] {
      var encoder = TableEncoder(format, columns: table.columns)
      #expect(!encoder.header().isEmpty)
      #expect(!encoder.append([table.rows[0]]).isEmpty)
    }
    var aligned = TableEncoder(.table, columns: table.columns)
    #expect(aligned.header().isEmpty)
    #expect(aligned.append(table.rows).isEmpty)
    #expect(!aligned.finish().isEmpty)
  }

  /// Memory must not grow with the rows; columns never get narrower, and each block is rounded by its own numbers.
  @Test func alignedFormIsWrittenInBlocks() {
    var encoder = TableEncoder(.table, columns: ["a", "b"])
    let first = encoder.append(
      [[Cell]](repeating: [.text("row"), .number(12345.5)], count: TableEncoder.alignedBlock))
    let lines = String(decoding: first, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == TableEncoder.alignedBlock + 1)
    #expect(lines.prefix(2) == ["a        b", "row  12346"])
    #expect(encoder.append([[.text("r"), .number(0.25)], [.text("wider"), .missing]]).isEmpty)
    #expect(String(decoding: encoder.finish(), as: UTF8.self) == "r      0.25000\nwider\n")
    #expect(encoder.finish().isEmpty)
  }

  @Test func isSpelledAsTheOptionsSpellIt() {
    #expect(TableFormat.allCases.map(\.rawValue) == ["table", "csv", "json"])
    #expect(Cell.optional(nil) == .missing)
    #expect(Cell.optional(1.5) == .number(1.5))
  }
}

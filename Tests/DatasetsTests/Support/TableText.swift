import TestSupport

@testable import Datasets

/// One record as a reader gives it.
struct TableRecord: Equatable {
  let line: Int
  let fields: [String]

  init(_ line: Int, _ fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// A whole table as a reader gives it.
struct TableText: Equatable {
  var header: [String]
  var records: [TableRecord] = []

  /// Reads a file to its end.
  init(path: String) throws {
    var reader = try CSVReader.open(path)
    header = reader.header
    while try reader.next() {
      var fields: [String] = []
      for column in header.indices { fields.append(try reader.text(column)) }
      records.append(TableRecord(reader.line, fields))
    }
  }

  /// Reads bytes as if they were a file.
  init(_ bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    self = try TableText(path: try folder.write("table.csv", bytes))
  }

  /// Reads a text as if it were a file.
  init(_ text: String) throws { self = try TableText(Array(text.utf8)) }
}

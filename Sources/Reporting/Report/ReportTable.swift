/// A table of a report.
struct ReportTable {
  private let table: Table
  private let caption: String

  /// A table.
  ///
  /// - Parameters:
  ///   - table: the rows.
  ///   - caption: what a reader who jumps from table to table hears.
  init(_ table: Table, _ caption: String) { (self.table, self.caption) = (table, caption) }

  /// The element, in a frame that scrolls by itself where the page is narrow.
  ///
  /// - Parameter note: a paragraph before it; empty for none.
  /// - Returns: HTML.
  func html(_ note: String) -> String {
    let isNumeric = table.columns.indices.map { column in
      table.rows.allSatisfy { row in
        if row.indices.contains(column), case .text = row[column] { false } else { true }
      }
    }
    let isLong = table.columns.indices.map { column in table.rows.contains { Self.hasLongWord($0, column) } }
    let isAddress = table.columns.indices.map { column in
      table.rows.contains { row in
        if row.indices.contains(column), case .text(let text) = row[column] {
          text.contains("://")
        } else {
          false
        }
      }
    }
    let hasLongNames = table.rows.contains { row in
      if let first = row.first, case .text(let name) = first { name.count > Self.longWord } else { false }
    }
    func look(_ column: Int) -> String {
      let names =
        (isNumeric[column] ? ["number"] : []) + (isForScreens(column) ? ["screen"] : [])
        + (isLong[column] ? ["long"] : []) + (isAddress[column] ? ["address"] : [])
      return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    }
    func cell(_ column: Int, _ row: [Cell]) -> String {
      let text = row.indices.contains(column) ? Self.text(row[column]) : ""
      if column == 0 { return "<th scope=\"row\"\(hasLongNames ? " class=\"wide\"" : "")>\(text)</th>" }
      return "<td\(look(column))>\(text)</td>"
    }
    let head = table.columns.enumerated().map { column, name in
      "<th scope=\"col\"\(look(column))>"
        + HTMLText.escaped(name.split(separator: "_").joined(separator: " ")) + "</th>"
    }
    let rows = table.rows.map { row in
      "<tr>" + table.columns.indices.map { cell($0, row) }.joined() + "</tr>"
    }
    let paragraph = note.isEmpty ? "" : "<p>\(HTMLText.escaped(note))</p>\n"
    return """
      \(paragraph)<div class="scroll" role="region" tabindex="0" aria-label="Table: \(HTMLText.escaped(caption))">
      <table>
      <caption>\(HTMLText.escaped(caption))</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  /// From how many characters on a word without a blank, such as an address, would push the other columns aside or out of a page.
  private static let longWord = 32

  private static func hasLongWord(_ row: [Cell], _ column: Int) -> Bool {
    guard row.indices.contains(column), case .text(let text) = row[column] else { return false }
    // Chinese and Japanese break anywhere.
    return text.split(separator: " ").contains { $0.count > longWord && $0.utf8.count == $0.count }
  }

  /// Whether a column is left out in print, where a table cannot scroll: the tests of Diebold and Mariano.
  private func isForScreens(_ column: Int) -> Bool { table.columns[column].hasPrefix("dm_") }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): HTMLText.escaped(text)
    case .number(let value): NumberText.grouped(value)
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }
}

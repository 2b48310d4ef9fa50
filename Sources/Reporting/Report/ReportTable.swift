/// A table of a report.
struct ReportTable {
  private let table: Table
  private let caption: String
  /// What holds of every row, told before the table.
  private let note: String
  private let words: ReportWords
  private let digits: ReportDigits

  /// A table.
  ///
  /// - Parameters:
  ///   - table: the rows, as a command prints them.
  ///   - caption: what a reader who jumps from table to table hears.
  ///   - words: the words for its keys.
  init(_ table: Table, _ caption: String, _ words: ReportWords) {
    let filled = Self.withoutEmptyColumns(table)
    let same = Self.sameInAllRows(filled)
    let shared = same.map { column, text in
      let told = words.text(text, filled.columns[column], in: filled.columns)
      return "\(words.heading(filled.columns[column])) – \(told)"
    }
    let varying = filled.columns.indices.filter { column in !same.contains { $0.column == column } }
    self.table = Table(
      columns: varying.map { filled.columns[$0] }, rows: filled.rows.map { row in varying.map { row[$0] } })
    self.caption = caption
    note = shared.isEmpty ? "" : "In every row: \(shared.joined(separator: "; "))."
    self.words = words
    digits = ReportDigits(self.table)
  }

  /// The texts that stand in every row, which are told once before it; two columns stay.
  private static func sameInAllRows(_ table: Table) -> [(column: Int, text: String)] {
    guard let first = table.rows.first, table.rows.count > 1 else { return [] }
    let same = first.enumerated().compactMap { column, cell -> (column: Int, text: String)? in
      guard case .text(let text) = cell, table.rows.allSatisfy({ $0[column] == cell }) else { return nil }
      return (column, text)
    }
    return Array(same.prefix(max(table.columns.count - 2, 0)))
  }

  /// A column that no row has anything in would only take room.
  private static func withoutEmptyColumns(_ table: Table) -> Table {
    let kept = table.columns.indices.filter { column in
      table.rows.isEmpty
        || table.rows.contains { row in
          row.indices.contains(column) && row[column] != .missing && row[column] != .text("")
        }
    }
    return Table(
      columns: kept.map { table.columns[$0] },
      rows: table.rows.map { row in kept.map { row.indices.contains($0) ? row[$0] : .missing } })
  }

  /// The element, in a frame that scrolls by itself where the page is narrow.
  ///
  /// - Parameter paragraph: what stands before it; empty for none.
  /// - Returns: HTML.
  func html(_ paragraph: String) -> String {
    let looks = table.columns.indices.map { look($0) }
    let hasLongNames = table.rows.contains { row in
      row.first.map { plain($0, 0).count > Self.longWord } ?? false
    }
    func cell(_ column: Int, _ row: [Cell]) -> String {
      let text = row.indices.contains(column) ? self.text(row[column], column, row) : ""
      if column == 0 { return "<th scope=\"row\"\(hasLongNames ? " class=\"wide\"" : "")>\(text)</th>" }
      return "<td\(looks[column])>\(text)</td>"
    }
    let head = table.columns.enumerated().map { column, name in
      "<th scope=\"col\"\(looks[column])>"
        + HTMLText.escaped(words.heading(name)) + "</th>"
    }
    let rows = table.rows.map { row in
      "<tr>" + table.columns.indices.map { cell($0, row) }.joined() + "</tr>"
    }
    let opening = [paragraph, note].filter { !$0.isEmpty }.map { "<p>\(HTMLText.escaped($0))</p>\n" }.joined()
    return """
      \(opening)<div class="scroll" role="region" tabindex="0" aria-label="Table: \(HTMLText.escaped(caption))">
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

  /// How a column is drawn, as an attribute of its cells.
  private func look(_ column: Int) -> String {
    let texts = table.rows.compactMap { row -> String? in
      if case .text = row[column] { plain(row[column], column) } else { nil }
    }
    var names: [String] = []
    if texts.isEmpty { names.append("number") }
    if isForScreens(column) { names.append("screen") }
    if texts.contains(where: Self.hasLongWord) { names.append("long") }
    if isAddress(column) {
      names.append("address")
    } else if table.columns[column] != "source_id", texts.contains(where: { $0.count > Self.noteLength }) {
      names.append("note")
    }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private static func hasLongWord(_ text: String) -> Bool {
    // Chinese and Japanese break anywhere.
    text.split(separator: " ").contains { $0.count > longWord && $0.utf8.count == $0.count }
  }

  /// From how many characters on a text is a sentence, which needs a width to be read in.
  private static let noteLength = 48

  private func isAddress(_ column: Int) -> Bool { table.columns[column] == "address" }

  /// Whether a column is left out in print, where a table cannot scroll: the tests of Diebold and Mariano.
  private func isForScreens(_ column: Int) -> Bool { table.columns[column].hasPrefix("dm_") }

  /// What a text says; empty for a number.
  private func plain(_ cell: Cell, _ column: Int) -> String {
    guard case .text(let text) = cell else { return "" }
    return isAddress(column)
      ? ReportAddress(text).text : words.text(text, table.columns[column], in: table.columns)
  }

  private func text(_ cell: Cell, _ column: Int, _ row: [Cell]) -> String {
    switch cell {
    case .text(let text):
      isAddress(column) ? ReportAddress(text).html : HTMLText.escaped(plain(cell, column))
    case .number(let value): HTMLText.escaped(digits.text(value, column, row))
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }
}

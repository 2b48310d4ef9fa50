#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tables for people: aligned columns, numbers of a column rounded alike to five significant digits of its largest.
///
/// A number that would keep fewer than two digits is written with two of its own: a share of 0.03 beside amounts of
/// thousands is not zero.
enum AlignedText {
  static func render(_ table: Table) -> String {
    var widths: [Int] = []
    return render(table, widths: &widths)
  }

  /// A table whose columns are no narrower than in the part before it.
  ///
  /// - Parameters:
  ///   - table: the rows.
  ///   - widths: those of the columns so far; none at the beginning, where the names of the columns are written.
  /// - Returns: the text.
  static func render(_ table: Table, widths: inout [Int]) -> String {
    var cells = widths.isEmpty ? [table.columns] : []
    // A row with too few cells counts as missing the others.
    let rows = table.rows.map { row in
      table.columns.indices.map { row.indices.contains($0) ? row[$0] : .missing }
    }
    let decimals = table.columns.indices.map { column in Self.decimals(of: rows.map { $0[column] }) }
    for row in rows {
      cells.append(row.enumerated().map { text($1, decimals: decimals[$0]) })
    }
    widths = table.columns.indices.map { column in
      cells.reduce(widths.isEmpty ? 0 : widths[column]) { max($0, TextWidth.of($1[column])) }
    }
    let isNumeric = table.columns.indices.map { column in
      rows.allSatisfy { row in
        if case .text = row[column] { false } else { true }
      }
    }
    return cells.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - TextWidth.of(text))
        line += (column == 0 ? "" : "  ") + (isNumeric[column] ? padding + text : text + padding)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func decimals(of cells: [Cell]) -> Int {
    var largest = 0.0
    var isWhole = true
    for case .number(let value) in cells where value.isFinite {
      largest = max(largest, value.magnitude)
      isWhole = isWhole && value == value.rounded()
    }
    guard !isWhole, largest > 0 else { return 0 }
    return min(max(4 - Int(log10(largest).rounded(.down)), 0), mostDecimals)
  }

  /// The most decimals of a column.
  private static let mostDecimals = 8

  private static func text(_ value: Double, decimals: Int) -> String {
    guard value != value.rounded() else { return NumberText.fixed(value, decimals: decimals) }
    let needed = 1 - Int(log10(value.magnitude).rounded(.down))
    guard needed > decimals, decimals < mostDecimals else {
      return NumberText.fixed(value, decimals: decimals)
    }
    if needed <= mostDecimals { return NumberText.fixed(value, decimals: needed) }
    let unit = pow(10, Double(-needed))
    return NumberText.string((value / unit).rounded() * unit)
  }

  private static func text(_ cell: Cell, decimals: Int) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): value.isFinite ? text(value, decimals: decimals) : ""
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }
}

import Reporting

/// Projections of several scenarios beside each other, for people: a column a scenario.
enum SideBySide {
  /// The table of paths or events, a scenario a column.
  ///
  /// - Parameters:
  ///   - rows: of the long table.
  ///   - table: which.
  /// - Returns: `median [q05 to q95]` or `probability [q05 to q95]` in each cell.
  static func table(_ rows: [[Cell]], _ table: ProjectionTable) -> Table {
    var scenarios: [String] = []
    var keys: [[Cell]] = []
    var places: [String: Int] = [:]
    var cells: [String: [String: Cell]] = [:]
    let names = table == .paths ? 1..<4 : 1..<3
    for row in rows {
      let scenario = text(row[0])
      if !scenarios.contains(scenario) { scenarios.append(scenario) }
      let key = row[names].map(text).joined(separator: "\u{1F}")
      if places[key] == nil {
        places[key] = keys.count
        keys.append(Array(row[names]))
      }
      cells[key, default: [:]][scenario] = table == .paths ? interval(row) : chance(row)
    }
    let body = keys.map { key in
      let found = cells[key.map(text).joined(separator: "\u{1F}")] ?? [:]
      return key + scenarios.map { found[$0] ?? .missing }
    }
    return Table(columns: Array(table.columns[names]) + scenarios, rows: body)
  }

  private static func text(_ cell: Cell) -> String {
    if case .text(let text) = cell { return text }
    return ""
  }

  private static func number(_ cell: Cell) -> Double {
    if case .number(let value) = cell { return value }
    return 0
  }

  private static func interval(_ row: [Cell]) -> Cell {
    let (low, middle, high) = (number(row[5]), number(row[8]), number(row[11]))
    let decimals = max(low.magnitude, high.magnitude) < 100 ? 2 : 0
    let shown = [middle, low, high].map { NumberText.fixed($0, decimals: decimals) }
    return .text("\(shown[0]) [\(shown[1]) to \(shown[2])]")
  }

  private static func chance(_ row: [Cell]) -> Cell {
    // Without a standard error nothing was drawn: it was decided by the as-of date.
    if case .missing = row[4] { return .text(number(row[3]) > 0 ? "yes, known" : "no, known") }
    // Two digits are more than a probability of this kind carries.
    let shown = [row[3], row[5], row[6]].map { NumberText.fixed(100 * number($0), decimals: 0) }
    return .text("\(shown[0]) % [\(shown[1]) to \(shown[2])]")
  }
}

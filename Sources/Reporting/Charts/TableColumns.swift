/// The cells of a table by the names of its columns.
struct TableColumns {
  private let table: Table
  private let places: [String: Int]

  init(_ table: Table, _ needed: [String]) throws(ChartError) {
    self.table = table
    var places: [String: Int] = [:]
    for name in needed {
      guard let place = table.columns.firstIndex(of: name) else { throw .missingColumn(name) }
      places[name] = place
    }
    self.places = places
  }

  /// The rows as readers of their cells.
  var rows: [Row] { table.rows.map { Row(cells: $0, places: places) } }

  /// One row.
  struct Row {
    fileprivate let cells: [Cell]
    fileprivate let places: [String: Int]

    /// The text of a cell, empty where there is none.
    func text(_ name: String) -> String {
      switch cell(name) {
      case .text(let text): text
      case .integer(let value): String(value)
      case .number(let value): NumberText.string(value)
      case .missing: ""
      }
    }

    /// The finite number of a cell.
    func number(_ name: String) -> Double? {
      switch cell(name) {
      case .number(let value): value.isFinite ? value : nil
      case .integer(let value): Double(value)
      case .text, .missing: nil
      }
    }

    private func cell(_ name: String) -> Cell {
      guard let place = places[name], cells.indices.contains(place) else { return .missing }
      return cells[place]
    }
  }
}

extension Sequence where Element: Hashable {
  /// The different elements in the order of their first appearance.
  var inOrderOfAppearance: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

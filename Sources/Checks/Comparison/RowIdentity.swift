/// What tells the rows of a table apart, so that a row is compared with itself and not with its neighbour.
struct RowIdentity {
  /// The columns that name things, in any table of any command; all others hold what is found about them.
  static let naming: Set<String> = [
    "series_id", "model", "parameter", "test", "break", "period", "horizon", "level", "output_type",
    "output_type_id",
    "scenario", "measure", "round_id", "event", "driver", "assumption", "fit", "coefficient", "key", "draw",
    "ask", "score", "against", "check", "from", "side", "known_on", "game", "equilibrium", "component",
    "player",
    "strategy", "opponent", "variant", "round", "actor", "kind", "rule", "item", "source_id", "file", "line",
    "ally", "bargain", "group", "solution", "proposer", "quantity", "actors",
  ]

  private let places: [Int]
  private let columns: [String]

  /// The identity of rows with these columns.
  init(columns: [String]) {
    self.columns = columns
    places = columns.indices.filter { Self.naming.contains(columns[$0]) }
  }

  /// Whether a column names things.
  static func names(_ column: String) -> Bool { naming.contains(column) }

  /// The names of every row, with a number behind those that occur again.
  func items(_ rows: [[String]]) -> [String] {
    var seen: [String: Int] = [:]
    return rows.map { row in
      let name = places.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " / ")
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      return count == 1 ? name : "\(name) #\(count)"
    }
  }

  /// What a row is about in words: `model 'drift', series 'japan-hns', period FY2030`.
  func words(_ row: [String]) -> String {
    let first = ["model", "series_id", "scenario", "round_id"]
    let ordered = places.sorted { left, right in
      let ranks = [left, right].map { first.firstIndex(of: columns[$0]) ?? first.count }
      return (ranks[0], left) < (ranks[1], right)
    }
    return ordered.filter { !row[$0].isEmpty }.map { place in
      let column = columns[place]
      let noun = ["series_id": "series", "round_id": "round"][column] ?? column
      return first.contains(column) ? "\(noun) '\(row[place])'" : "\(noun) \(row[place])"
    }.joined(separator: ", ")
  }

  /// The model, scenario or round that a row belongs to: what a test report counts.
  func subject(_ row: [String]) -> String {
    for name in ["model", "scenario", "round_id"] {
      if let place = columns.firstIndex(of: name), !row[place].isEmpty { return row[place] }
    }
    return places.first.map { row[$0] } ?? ""
  }
}

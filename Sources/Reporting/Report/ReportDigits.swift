/// How many digits a report shows of a number: those that a reader can use, chosen for all numbers of a kind together.
///
/// Numbers of one unit or series in one column share their last digit, so that a term of 0.3 beside 2,239 is no longer than that.
struct ReportDigits {
  private enum Kind { case share, probability, score, own, plain }

  private let kinds: [Kind]
  private let groups: [Int]
  private let table: Table
  /// The largest magnitude in each column, for each group of rows.
  private let largest: [[String: Double]]

  /// The digits of a table.
  ///
  /// - Parameter table: as a command prints it.
  init(_ table: Table) {
    self.table = table
    let isOfChances = table.columns.contains("probability")
    kinds = table.columns.map { column in
      switch column {
      case "probability", "standard_error": .share
      case "q05", "q95": isOfChances ? .share : .plain
      case _ where column.hasPrefix("coverage_"): .share
      case _ where column.hasPrefix("p_") || column.hasPrefix("dm_"): .probability
      case _ where column.hasPrefix("skill") || column == "pit": .score
      // An end is in the unit of its assumption: a year, a share, months.
      case "low", "high": .own
      default: .plain
      }
    }
    let groups = table.columns.indices.filter { ["unit", "series_id", "score"].contains(table.columns[$0]) }
    self.groups = groups
    largest = table.columns.indices.map { column in
      var found: [String: Double] = [:]
      for row in table.rows where row.indices.contains(column) {
        guard case .number(let value) = row[column] else { continue }
        found[Self.group(row, groups), default: 0] = max(
          found[Self.group(row, groups)] ?? 0, value.magnitude)
      }
      return found
    }
  }

  private static func group(_ row: [Cell], _ columns: [Int]) -> String {
    columns.map { if row.indices.contains($0), case .text(let text) = row[$0] { text } else { "" } }
      .joined(separator: "\u{1F}")
  }

  /// The text of a number.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - column: the place of its column.
  ///   - row: the row.
  /// - Returns: shares in per cent, p-values with three digits, skill with three decimals, all else with four digits of the largest of its group.
  func text(_ value: Double, _ column: Int, _ row: [Cell]) -> String {
    switch kinds[column] {
    case .share: return Self.percent(value)
    case .probability: return value < 0.001 ? "< 0.001" : NumberText.string(value, significant: 3)
    case .score: return Self.rounded(value, 3)
    case .own: return NumberText.string(value, significant: 4)
    case .plain:
      let top = largest[column][Self.group(row, groups)] ?? value.magnitude
      guard top >= 1e-4, top < 1e6 else { return NumberText.grouped(value) }
      var decimals = 0
      while decimals < 7, Self.power(decimals) * top < 1_000 { decimals += 1 }
      return Self.rounded(value, decimals)
    }
  }

  /// Whole per cent, with decimals where the whole number would say nothing.
  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.001
      ? "< 0.1" : share > 0 && share < 0.01 ? rounded(100 * share, 2) : NumberText.percent(share)
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> String {
    NumberText.grouped((value * power(decimals)).rounded() / power(decimals))
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { power, _ in power * 10 }
  }
}

import Reporting

/// How much of what followed the 80 % interval of the trend held in the past, series by series.
///
/// A share of several series together would say little of any: each has its own length and its own breaks.
struct TrendCoverage: Equatable {
  /// What is told of one series.
  struct Line: Equatable {
    /// The series.
    let series: String
    /// How many forecasts of the past were held against their outcomes.
    let count: Int
    /// Which share of the outcomes lay in the interval.
    let share: Double
  }

  /// The series in their order; one whose record is too short for forecasts of the past has none.
  private(set) var lines: [Line] = []

  /// Reads a table of scores.
  ///
  /// - Parameters:
  ///   - scores: as `backtest` prints them.
  ///   - model: whose interval.
  init(_ scores: Table, model: String) {
    let places = ["series_id", "model", "horizon", "forecasts", "coverage_80"].map {
      scores.columns.firstIndex(of: $0)
    }
    let found = places.compactMap { $0 }
    guard found.count == places.count else { return }
    for row in scores.rows where row[found[1]] == .text(model) && row[found[2]] == .missing {
      guard case .text(let series) = row[found[0]], case .integer(let count) = row[found[3]],
        case .number(let share) = row[found[4]]
      else { continue }
      lines.append(Line(series: series, count: count, share: share))
    }
  }

  /// What is told of a series.
  ///
  /// - Parameter series: its name in tables.
  /// - Returns: its line, if it has one.
  func line(of series: String) -> Line? { lines.first { $0.series == series } }

  /// All series in one sentence.
  ///
  /// - Parameter names: their titles.
  /// - Returns: the sentence; empty without a line.
  func sentence(_ names: [String: String]) -> String {
    let parts = lines.enumerated().map { place, line in
      let outcomes = place == 0 ? "\(line.count) outcomes" : "\(line.count)"
      return "\(NumberText.percent(line.share))% of \(outcomes) of \(names[line.series] ?? line.series)"
    }
    return parts.isEmpty ? "" : "The 80% interval of auto held \(parts.joinedAsList)."
  }
}

extension [String] {
  /// The parts of a sentence with an `and` before the last.
  var joinedAsList: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

import Reporting

/// What moved, in sentences.
public enum DriftText {
  /// One line a cell: which model, series and cell, from what to what.
  ///
  /// - Parameter cell: a cell that moved, is missing or new.
  /// - Returns: the line.
  public static func line(_ cell: ComparedCell) -> String {
    let place = "\(cell.check): \(cell.words)"
    switch cell.state {
    case .unreadable: return "\(cell.check): not compared: \(cell.expected)"
    case .failed: return "\(cell.check): not compared: \(cell.actual)"
    case .same: return "\(place): \(cell.column) is the same"
    case .missing where cell.item == "table": return "\(cell.check): no such check is made any more"
    case .new where cell.item == "table": return "\(cell.check): no baseline is recorded for it"
    case .missing where cell.column.isEmpty: return "\(place): the row is gone"
    case .new where cell.column.isEmpty: return "\(place): the row is new"
    case .missing: return "\(place): column \(cell.column) is gone"
    case .new: return "\(place): column \(cell.column) is new"
    case .moved:
      let change = "\(place): \(cell.column) moved from \(shown(cell.expected)) to \(shown(cell.actual))"
      guard let difference = cell.difference, let tolerance = cell.tolerance else { return change }
      return change + " (by \(short(difference)), allowed \(short(tolerance)))"
    }
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "nothing" : text }

  /// Three digits, which is enough of a difference.
  private static func short(_ value: Double) -> String { NumberText.string(value, significant: 3) }
}

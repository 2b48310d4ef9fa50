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
  private static func short(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let size = value.magnitude.binade
    // Ten bits of its size are three digits.
    let kept = (value / size * 1024).rounded() / 1024 * size
    let text = NumberText.string(kept)
    let parts = text.split(separator: "e", maxSplits: 1)
    let mantissa = parts.first.map(String.init) ?? text
    let whole = mantissa.prefix { $0 != "." }
    let digits = mantissa.drop { "-0.".contains($0) }.count
    guard digits > 4, mantissa.contains("."), whole.count < 5 else { return text }
    return String(mantissa.dropLast(digits - 4)) + (parts.count == 2 ? "e\(parts[1])" : "")
  }
}

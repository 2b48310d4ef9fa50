import TestSupport

/// Compares printed text with what is expected.
enum TextComparison {
  /// Tells the first difference.
  ///
  /// Text must agree byte for byte. With a tolerance, two cells of a CSV line that are both numbers may differ by
  /// that much, relatively.
  ///
  /// - Parameters:
  ///   - actual: what was printed.
  ///   - expected: what must be printed.
  ///   - tolerance: relative, for numbers; zero for none.
  /// - Returns: the first difference, or `nil`.
  static func difference(_ actual: String, _ expected: String, tolerance: Double = 0) -> String? {
    if Array(actual.utf8) == Array(expected.utf8) { return nil }
    let (ours, theirs) = (lines(actual), lines(expected))
    for index in 0..<max(ours.count, theirs.count) {
      let (mine, other) = (index < ours.count ? ours[index] : nil, index < theirs.count ? theirs[index] : nil)
      if let mine, let other, agree(mine, other, tolerance) { continue }
      return "line \(index + 1): \(mine.map { "'\($0)'" } ?? "nothing"), "
        + "expected \(other.map { "'\($0)'" } ?? "nothing")"
    }
    return nil
  }

  /// The lines with their ends, so that a missing last line end is a difference; by bytes, since CR LF is one
  /// character to a string.
  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func agree(_ actual: String, _ expected: String, _ tolerance: Double) -> Bool {
    if Array(actual.utf8) == Array(expected.utf8) { return true }
    guard tolerance > 0 else { return false }
    let ours = actual.split(separator: ",", omittingEmptySubsequences: false)
    let theirs = expected.split(separator: ",", omittingEmptySubsequences: false)
    guard ours.count == theirs.count else { return false }
    return zip(ours, theirs).allSatisfy { mine, other in
      if Array(mine.utf8) == Array(other.utf8) { return true }
      guard let mine = Double(mine), let other = Double(other) else { return false }
      return relativeDifference(mine, other) <= tolerance
    }
  }
}

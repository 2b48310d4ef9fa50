internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Numbers as sentences write them.
enum SignificantFigures {
  /// A number with four significant figures: `-143.2`, `0.01234`, `25130`.
  ///
  /// - Parameter value: any finite number.
  /// - Returns: the text, without zeros at its end.
  static func text(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return numeral(value) }
    let digits = 3 - Int(log10(value.magnitude).rounded(.down))
    guard (-300...300).contains(digits) else { return numeral(value) }
    let power = pow(10, Double(abs(digits)))
    let rounded = digits < 0 ? (value / power).rounded() * power : (value * power).rounded() / power
    return numeral(rounded)
  }
}

/// Numbers as options write them.
enum NumberOption {
  /// The number of a text.
  ///
  /// - Parameter text: a decimal numeral.
  /// - Returns: the number, or `nil` for words, hexadecimal, and what is not finite.
  static func parse(_ text: Substring) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }
}

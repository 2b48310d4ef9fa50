/// Decimal numerals: digits with an optional sign, point and exponent, and nothing else.
enum DecimalText {
  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// The value of a plain numeral, exactly rounded, or `nil` when it needs the slow way.
  ///
  /// Up to 15 digits and a power of ten up to 22 are both exact as doubles, so that one division rounds
  /// correctly (Clinger 1990).
  ///
  /// - Parameter bytes: the numeral.
  /// - Returns: its value, or `nil` for anything but digits with a sign and a point.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Double? {
    var digits = 0
    var decimals = 0
    var mantissa: UInt64 = 0
    var afterPoint = false
    var isNegative = false
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
        digits += 1
        decimals += afterPoint ? 1 : 0
      case UInt8(ascii: ".") where !afterPoint: afterPoint = true
      case UInt8(ascii: "-") where offset == 0: isNegative = true
      default: return nil
      }
    }
    guard (1...15).contains(digits) else { return nil }
    let value = Double(mantissa) / powers[decimals]
    return isNegative ? -value : value
  }

  /// Whether a text is a numeral in the usual form, so that words and hexadecimal are not taken for one.
  ///
  /// - Parameter text: without blanks around it.
  /// - Returns: whether it is sign, digits, point, digits, exponent with at least one digit before the exponent.
  static func isNumeral(_ text: String) -> Bool {
    var rest = Substring(text)
    func takeSign() { if let first = rest.first, first == "+" || first == "-" { rest.removeFirst() } }
    func takeDigits() -> Int {
      let count = rest.prefix { $0.isASCII && $0.isNumber }.count
      rest.removeFirst(count)
      return count
    }
    takeSign()
    var digits = takeDigits()
    if rest.first == "." {
      rest.removeFirst()
      digits += takeDigits()
    }
    guard digits > 0 else { return false }
    if let first = rest.first, first == "e" || first == "E" {
      rest.removeFirst()
      takeSign()
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

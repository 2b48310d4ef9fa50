#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension NumberText {
  /// The text of a number to so many significant digits, for a size that is told beside the numbers themselves.
  ///
  /// - Parameters:
  ///   - value: a finite number.
  ///   - digits: from 1 to ``significantDigits``; beyond, the nearest of these.
  /// - Returns: the shortest text of the rounded number: `0.2` for 0.1999 to three digits; empty for NaN and infinity.
  public static func string(_ value: Double, significant digits: Int) -> String {
    guard value.isFinite else { return "" }
    let digits = min(max(digits, 1), significantDigits)
    // The exact binary value is rounded once; only digits are taken, whatever the locale's decimal point.
    let text = formatted("%.\(digits - 1)e", value.magnitude)
    let parts = text.split(separator: "e", maxSplits: 1)
    let mantissa = String(parts[0].filter { $0.isASCII && $0.isNumber })
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - (digits - 1)
    guard let rounded = Double("\(mantissa)e\(exponent)") else { return string(value) }
    return string(value < 0 ? -rounded : rounded)
  }

  /// The text of a number for a sentence: four significant digits at least, thousands parted by commas.
  ///
  /// - Parameter value: a finite number.
  /// - Returns: `2,339`, `1.82`, `0.1234`; a number of 1e15 and more, or below 1e-4, as ``string(_:)`` writes it; empty for NaN and infinity.
  public static func grouped(_ value: Double) -> String {
    let magnitude = value.magnitude
    guard magnitude < 1e15, magnitude >= 1e-4 else { return string(value) }
    let decimals = magnitude >= 1_000 ? 0 : min(max(3 - Int(log10(magnitude).rounded(.down)), 0), 7)
    let text = fixed(magnitude, decimals: decimals)
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.last == "0" { fraction.removeLast() }
    return (value < 0 ? "-" : "") + grouped + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The text of a share as a whole number of per cent, or with a digit below one and above 99.
  ///
  /// - Parameter share: from 0 to 1.
  /// - Returns: `69`, `0.4`, `99.8`, `100`.
  public static func percent(_ share: Double) -> String {
    let percent = 100 * share
    let isNearAnEnd = percent > 0 && percent < 1 || percent > 99 && percent < 100
    return fixed(percent, decimals: isNearAnEnd ? 1 : 0)
  }
}

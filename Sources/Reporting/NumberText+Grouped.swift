#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension NumberText {
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

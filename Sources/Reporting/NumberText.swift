#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Numbers as tables write them: at most ten significant digits, in the shortest form, `.` as the decimal point.
///
/// Ten digits are what agrees between processors' kernels; more would print their noise. Written here because it
/// runs once for every cell of millions of rows. The digits are those of C's `%.10g`: the exact binary value is
/// rounded, a tie goes to the even digit.
public enum NumberText {
  /// The significant digits of a number.
  public static let significantDigits = 10

  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// The text of a number.
  ///
  /// - Parameter value: a finite number.
  /// - Returns: plain digits from 1e-5 to 1e16, an exponent beyond; empty for NaN and infinity, which are not available.
  public static func string(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of a number.
  ///
  /// - Parameters:
  ///   - value: a finite number; nothing is appended for NaN and infinity.
  ///   - bytes: the text so far.
  public static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    var (digits, exponent) = decompose(value.magnitude)
    guard digits > 0 else { return bytes.append(UInt8(ascii: "0")) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    while digits % 10 == 0 { digits /= 10 }
    var reversed: [UInt8] = []
    while digits > 0 {
      reversed.append(UInt8(ascii: "0") + UInt8(digits % 10))
      digits /= 10
    }
    place(reversed.reversed(), exponent, &bytes)
  }

  /// Appends a whole number.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - bytes: the text so far.
  public static func append(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Ten digits as a whole number, and the decimal exponent of the first.
  private static func decompose(_ magnitude: Double) -> (digits: UInt64, exponent: Int) {
    guard magnitude > 0 else { return (0, 0) }
    var exponent = Int(log10(magnitude).rounded(.down))
    var product = scale(magnitude, significantDigits - 1 - exponent)
    // The logarithm may be one off beside a power of ten.
    if product >= 1e10 {
      exponent += 1
      product = scale(magnitude, significantDigits - 1 - exponent)
    } else if product < 1e9 {
      exponent -= 1
      product = scale(magnitude, significantDigits - 1 - exponent)
    }
    let rounded = product.rounded()
    // A product is off by up to 16 roundings, 2e-5 at 1e10: so near the middle it cannot tell up from down.
    if ((product - rounded).magnitude - 0.5).magnitude < 1e-4 { return decomposeExactly(magnitude) }
    return rounded < 1e10 ? (UInt64(rounded), exponent) : (1_000_000_000, exponent + 1)
  }

  /// The same by the C library, which rounds the exact binary value, a tie to the even digit.
  private static func decomposeExactly(_ magnitude: Double) -> (digits: UInt64, exponent: Int) {
    let text = formatted("%.\(significantDigits - 1)e", magnitude)
    let parts = text.split(separator: "e", maxSplits: 1)
    let digits = parts.first?.utf8.reduce(UInt64(0)) { digits, byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        ? digits * 10 + UInt64(byte - UInt8(ascii: "0")) : digits
    }
    return (digits ?? 0, parts.last.flatMap { Int($0) } ?? 0)
  }

  static func formatted(_ format: String, _ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      let count = withVaList([value]) { vsnprintf(buffer.baseAddress, buffer.count, format, $0) }
      return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  private static func scale(_ value: Double, _ power: Int) -> Double {
    var (value, power) = (value, power)
    while power > 22 {
      value *= powers[22]
      power -= 22
    }
    while power < -22 {
      value /= powers[22]
      power += 22
    }
    return power >= 0 ? value * powers[power] : value / powers[-power]
  }

  private static func place(_ digits: [UInt8], _ exponent: Int, _ bytes: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    let point = UInt8(ascii: ".")
    switch exponent {
    case 0..<16:
      for place in 0...max(exponent, digits.count - 1) {
        if place == exponent + 1 { bytes.append(point) }
        bytes.append(place < digits.count ? digits[place] : zero)
      }
    case -5..<0:
      bytes.append(contentsOf: [zero, point])
      bytes.append(contentsOf: [UInt8](repeating: zero, count: -exponent - 1))
      bytes.append(contentsOf: digits)
    default:
      bytes.append(digits[0])
      if digits.count > 1 {
        bytes.append(point)
        bytes.append(contentsOf: digits.dropFirst())
      }
      bytes.append(contentsOf: "e\(exponent)".utf8)
    }
  }

  /// The text of a number with a fixed count of decimals, for columns that people read.
  ///
  /// - Parameters:
  ///   - value: a finite number.
  ///   - decimals: from 0 to 15; beyond, the nearest of these.
  /// - Returns: the rounded number; one too large for that goes through ``string(_:)``.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let decimals = min(max(decimals, 0), 15)
    let product = value.magnitude * powers[decimals]
    guard product < 1e17 else { return string(value) }
    let rounded = product.rounded()
    var digits = String(UInt64(rounded))
    if ((product - rounded).magnitude - 0.5).magnitude <= product.ulp {
      // So near the middle the product cannot tell up from down; only its digits are taken, whatever the locale.
      digits = formatted("%.\(decimals)f", value.magnitude).filter { $0.isASCII && $0.isNumber }
    }
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let sign = value < 0 && digits.contains { $0 != "0" } ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }
}

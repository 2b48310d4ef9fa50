/// A whole number of any size.
///
/// Numbers that fit 128 bits are held in place; larger ones as a sign and a magnitude of 64-bit digits, the lowest
/// first. Games of ordinary payoffs never leave the first form.
///
/// Edge Cases:
///
/// - There is one zero, without a sign.
/// - Arithmetic never overflows; its size is limited where numbers are read (``Rational/init(text:)``).
public struct BigInteger: Hashable, Sendable {
  /// The two forms; the second only for numbers that do not fit the first, so equal numbers have equal forms.
  enum Form: Hashable, Sendable {
    case small(Int128)
    case large(isNegative: Bool, magnitude: [UInt64])
  }

  let form: Form

  /// Zero.
  public static let zero = BigInteger(0)
  /// One.
  public static let one = BigInteger(1)

  /// A number of the machine's size.
  public init(_ value: Int) { form = .small(Int128(value)) }

  init(small value: Int128) { form = .small(value) }

  /// From a sign and digits, of which the highest may be zero.
  init(isNegative: Bool, magnitude: [UInt64]) {
    let digits = magnitude.withoutHighZeros
    if digits.count <= 2 {
      let low = UInt128(digits.first ?? 0)
      let high = digits.count == 2 ? UInt128(digits[1]) << 64 : 0
      let whole = high | low
      if isNegative, whole <= Int128.min.magnitude {
        form = .small(Int128(truncatingIfNeeded: 0 &- whole))
        return
      }
      if !isNegative, let value = Int128(exactly: whole) {
        form = .small(value)
        return
      }
    }
    form = .large(isNegative: isNegative, magnitude: digits)
  }

  /// Whether the number is below zero.
  public var isNegative: Bool {
    switch form {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  /// Whether the number is zero.
  public var isZero: Bool { form == .small(0) }

  /// -1, 0 or 1.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The digits of the absolute value, none for zero.
  var magnitudeDigits: [UInt64] {
    switch form {
    case .large(_, let magnitude): magnitude
    case .small(let value):
      [UInt64(truncatingIfNeeded: value.magnitude), UInt64(truncatingIfNeeded: value.magnitude >> 64)]
        .withoutHighZeros
    }
  }

  /// The absolute value.
  public var magnitude: BigInteger { isNegative ? -self : self }

  /// How many bits the absolute value has; 0 for zero.
  public var bitWidth: Int {
    let digits = magnitudeDigits
    guard let highest = digits.last else { return 0 }
    return digits.count * 64 - highest.leadingZeroBitCount
  }

  /// The number as an `Int`, if it fits.
  public var machineInteger: Int? {
    guard case .small(let value) = form else { return nil }
    return Int(exactly: value)
  }
}

extension BigInteger: Comparable {
  /// Whether the first number is below the second.
  public static func < (left: BigInteger, right: BigInteger) -> Bool {
    if case .small(let a) = left.form, case .small(let b) = right.form { return a < b }
    if left.isNegative != right.isNegative { return left.isNegative }
    let order = left.magnitudeDigits.compared(to: right.magnitudeDigits)
    return left.isNegative ? order > 0 : order < 0
  }
}

extension BigInteger: ExpressibleByIntegerLiteral {
  /// A number from a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension BigInteger: CustomStringConvertible {
  /// The decimal digits, with a minus sign below zero.
  public var description: String {
    if case .small(let value) = form { return String(value) }
    var digits = magnitudeDigits
    var groups: [String] = []
    while !digits.isEmpty {
      let rest = digits.divideInPlace(by: 1_000_000_000_000_000_000)
      let text = String(rest)
      groups.append(digits.isEmpty ? text : String(repeating: "0", count: 18 - text.count) + text)
    }
    return (isNegative ? "-" : "") + groups.reversed().joined()
  }
}

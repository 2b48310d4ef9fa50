#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fraction of whole numbers of any size, in lowest terms with a positive denominator.
///
/// Equilibria and thresholds of games with rational payoffs are rational (Lemke & Howson 1964), so they are computed
/// without rounding, and equality means equality.
public struct Rational: Hashable, Sendable {
  /// The upper part, which carries the sign.
  public let numerator: BigInteger
  /// The lower part, above zero.
  public let denominator: BigInteger

  /// Zero.
  public static let zero = Rational(0)
  /// One.
  public static let one = Rational(1)
  /// One half.
  public static let half = Rational(lowest: 1, 2)

  /// A whole number.
  public init(_ value: Int) { self.init(BigInteger(value)) }

  /// A whole number.
  public init(_ value: BigInteger) {
    numerator = value
    denominator = .one
  }

  /// A fraction.
  ///
  /// - Parameters:
  ///   - numerator: any number.
  ///   - denominator: any number but zero.
  /// - Throws: `divisionByZero`.
  public init(_ numerator: BigInteger, _ denominator: BigInteger) throws(StrategyError) {
    guard !denominator.isZero else { throw .divisionByZero }
    self.init(numerator, overNonzero: denominator)
  }

  /// A fraction whose lower part is known not to be zero.
  init(_ numerator: BigInteger, overNonzero denominator: BigInteger) {
    let sign: BigInteger = denominator.isNegative ? -1 : 1
    if denominator == 1 {
      self.init(lowest: numerator, denominator)
      return
    }
    let divisor = numerator.greatestCommonDivisor(denominator)
    self.init(
      lowest: sign * numerator.divided(byNonzero: divisor).quotient,
      sign * denominator.divided(byNonzero: divisor).quotient)
  }

  private init(lowest numerator: BigInteger, _ denominator: BigInteger) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      overNonzero: left.denominator * right.denominator)
  }

  /// The number with the other sign.
  public static prefix func - (value: Rational) -> Rational {
    Rational(lowest: -value.numerator, value.denominator)
  }

  /// The difference.
  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// The product.
  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, overNonzero: left.denominator * right.denominator)
  }

  /// The quotient.
  ///
  /// - Parameter divisor: any number but zero.
  /// - Returns: self / divisor.
  /// - Throws: `divisionByZero`.
  public func divided(by divisor: Rational) throws(StrategyError) -> Rational {
    try Rational(numerator * divisor.denominator, denominator * divisor.numerator)
  }

  /// -1, 0 or 1.
  public var signum: Int { numerator.signum }

  /// Whether the number is zero.
  public var isZero: Bool { numerator.isZero }

  /// The largest whole number that is not above.
  var floor: BigInteger {
    let (quotient, remainder) = numerator.divided(byNonzero: denominator)
    return remainder.isNegative ? quotient - 1 : quotient
  }

  /// The larger of the bits of the two parts, a measure of what a calculation with it costs.
  public var bitWidth: Int { max(numerator.bitWidth, denominator.bitWidth) }

  /// The nearest `Double`.
  ///
  /// Edge Cases:
  ///
  /// - Beyond the largest `Double` the value is `nil`; below the smallest it is zero or subnormal.
  public var approximation: Double? {
    guard !isZero else { return 0 }
    // 66 quotient bits and a sticky one round as the exact value does.
    let shift = max(0, denominator.bitWidth - numerator.bitWidth + 66)
    let (quotient, remainder) = numerator.magnitude.shiftedLeft(by: shift).divided(byNonzero: denominator)
    let digits = quotient.magnitudeDigits
    let excess = max(0, quotient.bitWidth - 64)
    var top: UInt64 = 0
    var isInexact = !remainder.isZero
    for (place, digit) in digits.enumerated() {
      let offset = place * 64 - excess
      if offset <= -64 {
        isInexact = isInexact || digit != 0
      } else if offset < 0 {
        top |= digit >> UInt64(-offset)
        isInexact = isInexact || digit << UInt64(64 + offset) != 0
      } else {
        top |= digit << UInt64(offset)
      }
    }
    if isInexact { top |= 1 }
    let value = scalbn(Double(top), Int32(clamping: excess - shift))
    guard value.isFinite else { return nil }
    return numerator.isNegative ? -value : value
  }
}

extension Rational: Comparable {
  /// Whether the first number is below the second.
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole number from a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

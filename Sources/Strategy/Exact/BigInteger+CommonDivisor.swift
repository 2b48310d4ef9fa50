extension BigInteger {
  /// The greatest common divisor, never negative; zero only for two zeros.
  ///
  /// Long numbers are brought down by Lehmer's method: most of the quotients follow from the leading bits, and a dozen or
  /// more divisions of long numbers become one multiplication by single digits.
  ///
  /// Source: Knuth (1997), The Art of Computer Programming 2, section 4.5.2, algorithm L.
  ///
  /// - Parameter other: the other number.
  /// - Returns: as Euclid's algorithm.
  public func greatestCommonDivisor(_ other: BigInteger) -> BigInteger {
    var (a, b) = (magnitude, other.magnitude)
    if a < b { swap(&a, &b) }
    while !b.isZero {
      if case .small(let x) = a.form, case .small(let y) = b.form {
        return BigInteger(small: Self.greatestCommonDivisor(x, y))
      }
      let (high, low) = (a.magnitudeDigits, b.magnitudeDigits)
      if let step = LehmerStep(high, low) {
        (a, b) = (step.first(high, low), step.second(high, low))
      } else {
        (a, b) = (b, a.divided(byNonzero: b).remainder)
      }
    }
    return a
  }

  /// For two numbers that are not negative.
  private static func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (a, b) = (first, second)
    while b != 0 {
      if let x = UInt64(exactly: a), let y = UInt64(exactly: b) {
        // Machine division is several times as fast as that of 128 bits.
        var (x, y) = (x, y)
        while y != 0 { (x, y) = (y, x % y) }
        return Int128(x)
      }
      (a, b) = (b, a % b)
    }
    return a
  }
}

/// Several steps of Euclid's algorithm in one: the numbers become two sums of multiples of them.
private struct LehmerStep {
  /// How often the first and the second number count in the new first one; one of the signs is minus, or one is zero.
  private var a = 1
  private var b = 0
  /// The same for the new second one.
  private var c = 0
  private var d = 1

  /// The steps whose quotients the leading 62 bits tell for sure; `nil` where they tell none.
  ///
  /// - Parameters:
  ///   - high: the digits of the larger number, three or more.
  ///   - low: the digits of the smaller one.
  init?(_ high: [UInt64], _ low: [UInt64]) {
    guard high.count > 1, low.count == high.count else { return nil }
    var (x, y) = (Self.leading(high, like: high), Self.leading(low, like: high))
    while y + c != 0, y + d != 0 {
      let quotient = (x + a) / (y + c)
      guard quotient == (x + b) / (y + d) else { break }
      // Quotients that both bounds tell leave cofactors below the leading bits: nothing here overflows.
      (a, c) = (c, a - quotient * c)
      (b, d) = (d, b - quotient * d)
      (x, y) = (y, x - quotient * y)
    }
    if b == 0 { return nil }
  }

  /// The 62 bits of a number that stand where the highest 62 of another do.
  private static func leading(_ digits: [UInt64], like other: [UInt64]) -> Int {
    let place = other.count - 1
    let shift = UInt64(other[place].leadingZeroBitCount)
    let whole = UInt128(digits[place]) << 64 | UInt128(digits[place - 1])
    let aligned = whole << UInt128(shift)
    return Int(truncatingIfNeeded: aligned >> 66)
  }

  /// The new larger number.
  func first(_ high: [UInt64], _ low: [UInt64]) -> BigInteger { Self.sum(a, high, b, low) }

  /// The new smaller number.
  func second(_ high: [UInt64], _ low: [UInt64]) -> BigInteger { Self.sum(c, high, d, low) }

  /// A sum of multiples that is not negative.
  private static func sum(_ left: Int, _ high: [UInt64], _ right: Int, _ low: [UInt64]) -> BigInteger {
    var digits = high
    var carry: Int128 = 0
    for place in digits.indices {
      // Two products of 62 and 64 bits with opposite signs, and a carry of 64: within 128 bits.
      let total = Int128(left) * Int128(high[place]) + Int128(right) * Int128(low[place]) + carry
      digits[place] = UInt64(truncatingIfNeeded: total)
      carry = total >> 64
    }
    return BigInteger(isNegative: false, magnitude: digits)
  }
}

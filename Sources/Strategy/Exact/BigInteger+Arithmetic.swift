extension BigInteger {
  /// The sum.
  public static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if case .small(let a) = left.form, case .small(let b) = right.form {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return BigInteger(small: sum) }
    }
    let (a, b) = (left.magnitudeDigits, right.magnitudeDigits)
    if left.isNegative == right.isNegative {
      return BigInteger(isNegative: left.isNegative, magnitude: a.added(b))
    }
    return a.compared(to: b) >= 0
      ? BigInteger(isNegative: left.isNegative, magnitude: a.subtracted(b))
      : BigInteger(isNegative: right.isNegative, magnitude: b.subtracted(a))
  }

  /// The number with the other sign.
  public static prefix func - (value: BigInteger) -> BigInteger {
    if case .small(let small) = value.form, small != .min { return BigInteger(small: -small) }
    return BigInteger(isNegative: !value.isNegative, magnitude: value.magnitudeDigits)
  }

  /// The difference.
  public static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    if case .small(let a) = left.form, case .small(let b) = right.form {
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return BigInteger(small: difference) }
    }
    return left + -right
  }

  /// The product.
  public static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    if case .small(let a) = left.form, case .small(let b) = right.form {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return BigInteger(small: product) }
    }
    return BigInteger(
      isNegative: left.isNegative != right.isNegative,
      magnitude: left.magnitudeDigits.multiplied(by: right.magnitudeDigits))
  }

  /// Quotient and remainder, the quotient cut off towards zero.
  ///
  /// - Parameter divisor: any number but zero.
  /// - Returns: q and r with self = q·divisor + r, |r| < |divisor|, and r of the sign of self or zero.
  /// - Throws: `divisionByZero`.
  public func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) throws(StrategyError) -> (quotient: BigInteger, remainder: BigInteger) {
    guard !divisor.isZero else { throw .divisionByZero }
    return divided(byNonzero: divisor)
  }

  /// Quotient and remainder for divisors that are known not to be zero.
  func divided(byNonzero divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    // The smallest number by -1 is the one quotient that leaves the small form.
    if case .small(let a) = form, case .small(let b) = divisor.form, b != -1 {
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      return (BigInteger(small: quotient), BigInteger(small: remainder))
    }
    let (quotient, remainder) = magnitudeDigits.divided(by: divisor.magnitudeDigits)
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, magnitude: quotient),
      BigInteger(isNegative: isNegative, magnitude: remainder)
    )
  }

  /// The number times a power of two.
  ///
  /// - Parameter bits: how many binary zeros are appended; none below one.
  /// - Returns: self · 2^bits.
  func shiftedLeft(by bits: Int) -> BigInteger {
    guard bits > 0 else { return self }
    let zeros = [UInt64](repeating: 0, count: bits / 64)
    return BigInteger(
      isNegative: isNegative, magnitude: zeros + magnitudeDigits.multiplied(by: [1 << UInt64(bits % 64)]))
  }
}

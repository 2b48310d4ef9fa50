/// Arithmetic on the 64-bit digits of absolute values, the lowest first; an empty array is zero.
///
/// Source: Knuth (1997), The Art of Computer Programming 2, section 4.3.1, algorithms A, S, M and D.
extension [UInt64] {
  /// The digits up to the highest that is not zero.
  var withoutHighZeros: [UInt64] {
    var digits = self
    while digits.last == 0 { digits.removeLast() }
    return digits
  }

  /// -1, 0 or 1 for below, equal or above; neither side has high zeros.
  func compared(to other: [UInt64]) -> Int {
    if count != other.count { return count < other.count ? -1 : 1 }
    for place in indices.reversed() where self[place] != other[place] {
      return self[place] < other[place] ? -1 : 1
    }
    return 0
  }

  func added(_ other: [UInt64]) -> [UInt64] {
    let (long, short) = count >= other.count ? (self, other) : (other, self)
    var sum = long
    var carry: UInt128 = 0
    for place in sum.indices {
      let term = place < short.count ? UInt128(short[place]) : 0
      let total = UInt128(sum[place]) + term + carry
      sum[place] = UInt64(truncatingIfNeeded: total)
      carry = total >> 64
    }
    if carry > 0 { sum.append(UInt64(carry)) }
    return sum
  }

  /// The difference from a number that is not larger.
  func subtracted(_ other: [UInt64]) -> [UInt64] {
    var difference = self
    var borrow = false
    for place in difference.indices {
      let (partial, first) = difference[place].subtractingReportingOverflow(
        place < other.count ? other[place] : 0)
      let (whole, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      difference[place] = whole
      borrow = first || second
    }
    return difference
  }

  func multiplied(by other: [UInt64]) -> [UInt64] {
    guard !isEmpty, !other.isEmpty else { return [] }
    var product = [UInt64](repeating: 0, count: count + other.count)
    for (place, digit) in enumerated() {
      var carry: UInt128 = 0
      for (offset, factor) in other.enumerated() {
        let total = UInt128(digit) * UInt128(factor) + UInt128(product[place + offset]) + carry
        product[place + offset] = UInt64(truncatingIfNeeded: total)
        carry = total >> 64
      }
      product[place + other.count] = UInt64(carry)
    }
    return product
  }

  /// Divides by one digit that is not zero, in place.
  ///
  /// - Parameter divisor: the digit.
  /// - Returns: the remainder.
  mutating func divideInPlace(by divisor: UInt64) -> UInt64 {
    var remainder: UInt128 = 0
    for place in indices.reversed() {
      let current = remainder << 64 | UInt128(self[place])
      self[place] = UInt64(current / UInt128(divisor))
      remainder = current % UInt128(divisor)
    }
    self = withoutHighZeros
    return UInt64(remainder)
  }

  /// Quotient and remainder by a number that is not zero.
  func divided(by divisor: [UInt64]) -> (quotient: [UInt64], remainder: [UInt64]) {
    guard compared(to: divisor) >= 0 else { return ([], self) }
    if divisor.count == 1 {
      var quotient = self
      let remainder = quotient.divideInPlace(by: divisor[0])
      return (quotient, [remainder].withoutHighZeros)
    }
    return dividedLong(by: divisor)
  }

  /// Algorithm D; the divisor has two digits at least and is not above self.
  private func dividedLong(by divisor: [UInt64]) -> (quotient: [UInt64], remainder: [UInt64]) {
    let size = divisor.count
    let shift = UInt64(divisor[size - 1].leadingZeroBitCount)
    let scaled = Array(divisor.multiplied(by: [1 << shift]).prefix(size))
    var rest = multiplied(by: [1 << shift])
    let (high, next) = (UInt128(scaled[size - 1]), UInt128(scaled[size - 2]))
    var quotient = [UInt64](repeating: 0, count: count - size + 1)
    for place in quotient.indices.reversed() {
      let top = UInt128(rest[place + size]) << 64 | UInt128(rest[place + size - 1])
      var (guess, left) = top.quotientAndRemainder(dividingBy: high)
      while guess >> 64 != 0 || guess * next > left << 64 | UInt128(rest[place + size - 2]) {
        guess -= 1
        left += high
        if left >> 64 != 0 { break }
      }
      if rest.subtract(scaled, times: UInt64(truncatingIfNeeded: guess), at: place) {
        guess -= 1
        rest.addBack(scaled, at: place)
      }
      quotient[place] = UInt64(truncatingIfNeeded: guess)
    }
    var remainder = Array(rest.prefix(size)).withoutHighZeros
    if shift > 0 { _ = remainder.divideInPlace(by: 1 << shift) }
    return (quotient.withoutHighZeros, remainder)
  }

  /// Subtracts a multiple of the divisor's digits from a place on; whether it was too much by one multiple.
  private mutating func subtract(_ divisor: [UInt64], times factor: UInt64, at place: Int) -> Bool {
    var carry: UInt128 = 0
    var borrow = false
    for offset in 0...divisor.count {
      let digit = offset < divisor.count ? divisor[offset] : 0
      let product = UInt128(factor) * UInt128(digit) + carry
      carry = product >> 64
      let (partial, first) = self[place + offset].subtractingReportingOverflow(
        UInt64(truncatingIfNeeded: product))
      let (whole, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      self[place + offset] = whole
      borrow = first || second
    }
    return borrow
  }

  private mutating func addBack(_ divisor: [UInt64], at place: Int) {
    var carry: UInt128 = 0
    for offset in 0...divisor.count {
      let digit = offset < divisor.count ? divisor[offset] : 0
      let total = UInt128(self[place + offset]) + UInt128(digit) + carry
      self[place + offset] = UInt64(truncatingIfNeeded: total)
      carry = total >> 64
    }
  }
}

extension Rational: CustomStringConvertible {
  /// The most digits of a number that is read, and the largest decimal exponent.
  public static let digitLimit = 60

  /// A number as people write it: `3`, `-1.25`, `3/2`, `1.5e3`.
  ///
  /// Decimals are exact: 0.1 is one tenth.
  ///
  /// - Parameter text: without blanks.
  /// - Throws: `notANumber`, `divisionByZero`, or `tooManyDigits` above ``digitLimit`` digits.
  public init(text: String) throws(StrategyError) {
    let parts = Array(text.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let first = try Self.decimal(parts.first ?? [], of: text)
    switch parts.count {
    case 1: self = first
    case 2:
      let second = try Self.decimal(parts[1], of: text)
      self = try first.divided(by: second)
    default: throw .notANumber(text)
    }
  }

  /// The fraction in lowest terms, `3/2`, or the whole number alone.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  private static func decimal(
    _ bytes: ArraySlice<UInt8>, of text: String
  ) throws(StrategyError) -> Rational {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let mantissa = rest.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let halves = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isMarked = mantissa.count < rest.count
    let exponent = isMarked ? try power(rest.dropFirst(mantissa.count + 1), of: text) : 0
    let digits = halves.flatMap { Array($0) }
    let isDigits = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, halves.count <= 2, halves.first?.isEmpty == false, halves.last?.isEmpty == false else {
      throw .notANumber(text)
    }
    guard digits.count <= digitLimit else { throw .tooManyDigits(maximum: digitLimit) }
    var number = BigInteger.zero
    for digit in digits { number = number * 10 + BigInteger(Int(digit - UInt8(ascii: "0"))) }
    let places = halves.count == 2 ? halves[1].count : 0
    let scale = powerOfTen((exponent - places).magnitude)
    let magnitude = exponent >= places ? Rational(number * scale) : Rational(number, overNonzero: scale)
    return isNegative ? -magnitude : magnitude
  }

  /// The whole number behind an `e`.
  private static func power(_ bytes: ArraySlice<UInt8>, of text: String) throws(StrategyError) -> Int {
    let digits =
      bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    let isDigits = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, !digits.isEmpty else { throw .notANumber(text) }
    let number = digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), digitLimit + 1) }
    guard number <= digitLimit else { throw .tooManyDigits(maximum: digitLimit) }
    return bytes.first == UInt8(ascii: "-") ? -number : number
  }

  private static func powerOfTen(_ exponent: UInt) -> BigInteger {
    (0..<exponent).reduce(BigInteger.one) { power, _ in power * 10 }
  }
}

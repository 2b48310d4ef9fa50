import Strategy
import Testing

@Suite struct BigIntegerTests {
  struct Case: Decodable {
    let a, b, sum, difference, product, gcd: String
    let quotient, remainder: String?
    let isLess: Bool
    let ratio: String?
  }

  /// A number of any length, from its digits.
  private static func number(_ text: String) -> BigInteger {
    let isNegative = text.hasPrefix("-")
    var number = BigInteger.zero
    for digit in text.drop(while: { $0 == "-" }) {
      number = number * 10 + BigInteger(digit.wholeNumberValue ?? 0)
    }
    return isNegative ? -number : number
  }

  @Test func matchesPython() throws {
    let cases = try References.cases("integers", of: Case.self)
    #expect(cases.count > 800)
    for reference in cases {
      let (a, b) = (Self.number(reference.a), Self.number(reference.b))
      #expect(a.description == reference.a)
      #expect((a + b).description == reference.sum)
      #expect((a - b).description == reference.difference)
      #expect((a * b).description == reference.product)
      #expect(a.greatestCommonDivisor(b).description == reference.gcd)
      #expect((a < b) == reference.isLess)
      #expect(a + b - b == a)
      #expect(Set([a + b - b, a]).count == 1)
      if let quotient = reference.quotient {
        let result = try a.quotientAndRemainder(dividingBy: b)
        #expect(result.quotient.description == quotient)
        #expect(result.remainder.description == reference.remainder)
      } else {
        #expect(throws: StrategyError.divisionByZero) { try a.quotientAndRemainder(dividingBy: b) }
      }
    }
  }

  /// Numbers of up to 15 digits of 64 bits with a common factor, neighbours of Fibonacci's sequence (every quotient is one)
  /// and powers of two less one (every bit is set).
  @Test func theCommonDivisorIsThatOfEuclid() throws {
    var state: UInt64 = 7
    func random(_ words: Int) -> BigInteger {
      var number = BigInteger.zero
      for _ in 0..<(4 * words) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        number = number * 65_536 + BigInteger(Int(state >> 48))
      }
      return number
    }
    var pairs: [(BigInteger, BigInteger)] = []
    for words in 1...12 {
      let common = random(words % 4)
      pairs.append((random(words) * common, random(13 - words) * common))
      pairs.append((random(words) * common, random(words) * common))
    }
    var (low, high) = (BigInteger(1), BigInteger(1))
    for _ in 0..<600 { (low, high) = (high, low + high) }
    pairs += [(low, high), (high, -low), (high, high), (.zero, high)]
    var (first, second) = (BigInteger(1), BigInteger(1))
    for _ in 0..<300 { first = first * 2 }
    for _ in 0..<310 { second = second * 2 }
    pairs += [(first - 1, second - 1), (first - 1, first), (first + 1, first - 1), (second, first - 1)]
    for (a, b) in pairs {
      var (x, y) = (a.magnitude, b.magnitude)
      while !y.isZero { (x, y) = (y, try x.quotientAndRemainder(dividingBy: y).remainder) }
      #expect(a.greatestCommonDivisor(b) == x)
    }
  }

  @Test func ratiosRoundAsPythonRounds() throws {
    for reference in try References.cases("integers", of: Case.self) {
      guard let text = reference.ratio else { continue }
      let ratio = try Rational(Self.number(reference.a), Self.number(reference.b))
      #expect(ratio.approximation == Double(text))
    }
  }
}

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

  @Test func ratiosRoundAsPythonRounds() throws {
    for reference in try References.cases("integers", of: Case.self) {
      guard let text = reference.ratio else { continue }
      let ratio = try Rational(Self.number(reference.a), Self.number(reference.b))
      #expect(ratio.approximation == Double(text))
    }
  }
}

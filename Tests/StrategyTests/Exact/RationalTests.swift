import Strategy
import Testing

@Suite struct RationalTests {
  @Test func readsWhatPeopleWrite() throws {
    let texts: [(String, String)] = [
      ("3", "3"), ("-1.25", "-5/4"), ("6/4", "3/2"), ("0.1", "1/10"), ("1.5e3", "1500"), ("+2e-2", "1/50"),
      ("-0", "0"), ("0/7", "0"), ("1.5/-0.5", "-3"), ("007", "7"),
    ]
    for (text, expected) in texts { #expect(try Rational(text: text).description == expected) }
  }

  @Test(
    arguments: [
      "", "-", "x", "1/2/3", "1.", ".5", "1..2", "1e", "e5", "0x10", "1 2", "nan", "inf", "½", "--1", "1/",
    ])
  func refusesOther(_ text: String) {
    #expect(throws: StrategyError.notANumber(text)) { try Rational(text: text) }
  }

  @Test func refusesWhatHasNoEnd() {
    #expect(throws: StrategyError.divisionByZero) { try Rational(text: "1/0") }
    let limit = StrategyError.tooManyDigits(maximum: Rational.digitLimit)
    #expect(throws: limit) { try Rational(text: "1e61") }
    #expect(throws: limit) { try Rational(text: "1e99999999999999999999") }
    #expect(throws: limit) { try Rational(text: String(repeating: "1", count: 61)) }
  }

  @Test func comparesAndCounts() throws {
    #expect(try Rational(text: "1/3") < Rational(text: "0.34"))
    #expect(try Rational(text: "1/3") + Rational(text: "1/6") == .half)
    #expect(try Rational(text: "2/3") * Rational(text: "-3/2") == -1)
    #expect(throws: StrategyError.divisionByZero) { try Rational(5).divided(by: 0) }
  }

  @Test func approximatesOrSaysThatItCannot() throws {
    let huge = (0..<9).reduce(Rational(10)) { power, _ in power * power }
    #expect(huge.bitWidth == 1701)
    #expect(huge.approximation == nil)
    #expect(try Rational(1).divided(by: huge).approximation == 0)
    #expect(try Rational(text: "1/3").approximation == 1.0 / 3.0)
  }
}

import Strategy
import Testing

@Suite struct PayoffExpressionTests {
  @Test func computes() throws {
    let parameters: [String: Rational] = try ["s": Rational(text: "3/2"), "cost_2": -2]
    let texts: [(String, String)] = [
      ("3", "3"), ("3 + s", "9/2"), ("2*(s - 1)/4", "1/4"), ("-s*-2", "3"), ("1 - 2 - 3", "-4"),
      ("8/2/2", "2"),
      ("cost_2*cost_2", "4"), ("((s))", "3/2"), ("+s", "3/2"),
      ("1e3", "1000"), ("2.5E-1 + s", "7/4"), ("1e+2*2e0", "200"),
    ]
    for (text, expected) in texts {
      #expect(try PayoffExpression(text).value(parameters).description == expected, "\(text)")
    }
  }

  @Test func isALineInOneParameter() throws {
    let expression = try PayoffExpression("3 + 2*s/4 - c*(s - 1)")
    #expect(
      try expression.affine(in: "s", ["c": 3]) == AffineForm(constant: 6, slope: Rational(text: "-5/2")))
    #expect(expression.names.map(\.name) == ["s", "c"])
    #expect(throws: StrategyError.notAffine(parameter: "s")) {
      try PayoffExpression("s*s").affine(in: "s", [:])
    }
    #expect(throws: StrategyError.notAffine(parameter: "s")) {
      try PayoffExpression("1/s").affine(in: "s", [:])
    }
    #expect(try PayoffExpression("0*s*s").affine(in: "s", [:]) == AffineForm(constant: 0, slope: 0))
  }

  @Test(
    arguments: [
      ("", 1), ("1 +", 4), ("(1", 3), ("1)", 2), ("2 s", 3), ("a b", 3), ("1..2", 1), ("2^3", 2), ("é", 1),
      ("1e", 1), ("2e+", 1), ("1e5e", 4), ("1e61", 1), ("2em", 1), ("*1", 1), ("()", 2), ("1 + % + 2", 5),
    ])
  func refusesWithThePlace(_ text: String, _ column: Int) {
    let error = #expect(throws: StrategyError.self) { try PayoffExpression(text) }
    guard case .badExpression(column, _)? = error else {
      Issue.record("\(text): \(String(describing: error))")
      return
    }
  }

  @Test func refusesWhatHasNoValue() throws {
    #expect(throws: StrategyError.badExpression(column: 5, reason: "there is no parameter 't'")) {
      try PayoffExpression("1 + t").value([:])
    }
    #expect(throws: StrategyError.badExpression(column: 2, reason: "division by zero")) {
      try PayoffExpression("1/(s - s)").value(["s": 1])
    }
  }

  @Test func refusesDepthAndLength() throws {
    let deep = String(repeating: "(", count: 41) + "1" + String(repeating: ")", count: 41)
    #expect(throws: StrategyError.self) { try PayoffExpression(deep) }
    #expect(throws: StrategyError.self) { try PayoffExpression(String(repeating: "-", count: 41) + "1") }
    #expect(throws: StrategyError.self) { try PayoffExpression(String(repeating: "1+", count: 200) + "1") }
    #expect(
      try PayoffExpression(String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)).value(
        [:]) == 1)
  }
}

import TestSupport
import Testing

@testable import Forecasting

@Suite struct ThetaRecursionTests {
  static let values = [412.0, 480, 683, 1052, 1385, 1418, 1634, 2178]

  /// The updated line is the least squares line of the values so far; 1e-12: a few roundings each.
  @Test func updatesTheLineOfTheValuesSoFar() {
    var state = ThetaRecursion(alpha: 0.5, weight: 0.5, level: 0, line: nil)
    for (index, value) in Self.values.enumerated() {
      state.absorb(value)
      guard index > 0 else {
        #expect(state.slope == 0 && state.intercept == value)
        continue
      }
      let line = timeLine(Array(Self.values[...index]))
      #expect(relativeDifference(state.slope, line.slope) < 1e-12)
      #expect(relativeDifference(state.intercept, line.intercept, floor: value) < 1e-12)
    }
  }

  @Test func isSimpleExponentialSmoothingWithoutWeight() {
    var state = ThetaRecursion(alpha: 0.3, weight: 0, level: 400, line: nil)
    var level = 400.0
    for value in Self.values {
      #expect(state.expected == level)
      state.absorb(value)
      level = 0.3 * value + (1 - 0.3) * level
    }
  }

  /// The response to a shock is the difference that a shock makes; 1e-12 of the values' size.
  @Test func shockedIsTheDifferenceThatAShockMakes() {
    for line in [nil, timeLine(Self.values)] {
      var plain = ThetaRecursion(alpha: 0.4, weight: 0.7, level: 300, line: line)
      for value in Self.values { plain.absorb(value) }
      var moved = plain
      var deviation = plain.shocked
      moved.absorb(plain.expected + 1)
      plain.absorb(plain.expected)
      for _ in 0..<5 {
        #expect((moved.expected - plain.expected - deviation.expected).magnitude < 1e-12 * 2178)
        moved.absorb(moved.expected)
        plain.absorb(plain.expected)
        deviation.absorb(deviation.expected)
      }
    }
  }
}

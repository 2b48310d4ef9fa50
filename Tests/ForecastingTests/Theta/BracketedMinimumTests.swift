import Testing

@testable import Forecasting

@Suite struct BracketedMinimumTests {
  /// 1e-7: a parabola at its bottom changes by less than rounding within sqrt(epsilon), here 1.5e-8.
  @Test func findsTheBottomOfASmoothValley() {
    for bottom in [0.1, 0.123_456_789, 0.5, 0.987_654_321, 0.99] {
      let found = BracketedMinimum(range: 0.1...0.99).find { ($0 - bottom) * ($0 - bottom) + 1 }
      #expect((found.point - bottom).magnitude < 1e-7, "\(bottom)")
    }
  }

  @Test func choosesTheDeeperOfTwoValleys() {
    let found = BracketedMinimum(range: 0...1).find { x in
      min((x - 0.2) * (x - 0.2), (x - 0.8) * (x - 0.8) - 1e-4)
    }
    #expect((found.point - 0.8).magnitude < 1e-7)
  }

  @Test func staysInsideWhereTheFunctionFallsTowardsAnEnd() {
    var seen: [Double] = []
    let found = BracketedMinimum(range: 2...3).find {
      seen.append($0); return $0
    }
    #expect(found.point == 2 && found.value == 2)
    #expect(seen.allSatisfy { (2...3).contains($0) })
    let other = BracketedMinimum(range: 2...3).find { -$0 }
    #expect(other.point == 3)
  }

  @Test func takesTheLowestOfEqualPoints() {
    #expect(BracketedMinimum(range: 0...1).find { _ in 4 }.point == 0)
  }
}

import Testing

@testable import Series

@Suite struct UnitTests {
  @Test func isItsSymbol() {
    #expect(Unit("JPY_100M").description == "JPY_100M")
    #expect(Unit("") == .pure)
    #expect(Unit.pure.symbol == "1")
  }
}

@Suite struct BoundsTests {
  @Test(arguments: [
    (Bounds.unbounded, -Double.infinity, Double.infinity), (.nonnegative, 0, .infinity),
    (.positive, 0, .infinity), (.percent, 0, 100),
  ])
  func haveTwoEnds(bounds: Bounds, lower: Double, upper: Double) {
    #expect(bounds.lower == lower)
    #expect(bounds.upper == upper)
    #expect(bounds.clamp(-1e9) == max(lower, -1e9))
    #expect(bounds.clamp(1e9) == min(upper, 1e9))
    #expect(bounds.clamp(42) == 42)
  }

  @Test func containWhatCanBeRecorded() {
    #expect(Bounds.unbounded.contains(-1))
    #expect(Bounds.nonnegative.contains(0))
    #expect(!Bounds.nonnegative.contains(-1e-300))
    #expect(!Bounds.positive.contains(0))
    #expect(!Bounds.positive.contains(-0.0))
    #expect(Bounds.positive.contains(.leastNonzeroMagnitude))
    #expect(Bounds.percent.contains(0))
    #expect(Bounds.percent.contains(100))
    #expect(!Bounds.percent.contains(100.0.nextUp))
  }

  @Test(arguments: Bounds.allCases)
  func neverContainNaN(bounds: Bounds) { #expect(!bounds.contains(.nan)) }
}

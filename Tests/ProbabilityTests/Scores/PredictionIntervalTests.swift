import Probability
import TestSupport
import Testing

@Suite struct PredictionIntervalTests {
  @Test func containsItsBounds() throws {
    let interval = try PredictionInterval(lower: 1, upper: 2, level: 0.8)
    #expect(interval.contains(1) && interval.contains(1.5) && interval.contains(2))
    #expect(!interval.contains(0.999) && !interval.contains(2.001) && !interval.contains(.nan))
  }

  @Test func ofADistributionIsCentralAndNested() throws {
    let forecast = try StudentT(degreesOfFreedom: 6, location: 100, scale: 3)
    let inner = try forecast.interval(level: 0.8)
    let outer = try forecast.interval(level: 0.95)
    #expect(outer.lower < inner.lower && inner.upper < outer.upper)
    // One rounding on either side of the location.
    #expect(relativeDifference(inner.upper - 100, 100 - inner.lower) < 1e-13)
    #expect(relativeDifference(forecast.cumulative(at: inner.lower), 0.1) < 1e-13)
  }

  @Test func refusesWhatIsNoInterval() {
    #expect(throws: ProbabilityError.reversedBounds(lower: 2, upper: 1)) {
      try PredictionInterval(lower: 2, upper: 1, level: 0.8)
    }
    #expect(throws: ProbabilityError.notFinite(.lowerBound)) {
      try PredictionInterval(lower: -.infinity, upper: 1, level: 0.8)
    }
    #expect(throws: ProbabilityError.notFinite(.upperBound)) {
      try PredictionInterval(lower: 0, upper: .nan, level: 0.8)
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.level, value: 95)) {
      try PredictionInterval(lower: 0, upper: 1, level: 95)
    }
    #expect(throws: ProbabilityError.outsideUnitInterval(.level, value: 1)) {
      try Normal.standard.interval(level: 1)
    }
  }
}

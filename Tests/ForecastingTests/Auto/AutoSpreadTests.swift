import Series
import TestSupport
import Testing

@testable import Forecasting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct AutoSpreadTests {
  private func spread(_ values: [Double?]) throws -> AutoSpread {
    let record = AutoRecord(try AnnualSeries(values))
    return AutoSpread(AutoMembers(record.values, scale: .values), record)
  }

  /// By hand: changes 1 and 3 in units of 8, the older one weighing 0.8; three values are widened by a half.
  @Test func aShortRecordHasItsRecentChangeWidened() throws {
    let spread = try spread([4, 5, 8])
    let recent = (0.8 * 1 + 3) / 1.8 / 8
    #expect(relativeDifference(spread.recentChange, recent) < 1e-15)
    #expect(spread.oneStep == nil)
    for horizon in 1...5 {
      // Products and one power.
      #expect(
        relativeDifference(
          spread.scale(horizon: horizon, disagreement: 7),
          1.5 * recent * pow(Double(horizon), 2.0 / 3)) < 1e-15)
    }
  }

  /// By hand: changes of 2, 4 and 3 across two years each count twice, as 2/√2, 4/√2 and 3/√2 in units of 5.
  @Test func aChangeAcrossAGapIsThatOfAWalk() throws {
    let spread = try spread([-1, nil, 1, nil, 5, nil, 2])
    var (sum, weight) = (0.0, 0.0)
    for change in [2.0, 2, 4, 4, 3, 3] {
      sum = 0.8 * sum + change / 2.0.squareRoot() / 5
      weight = 0.8 * weight + 1
    }
    // A straight line is drawn in units of 5, whose parts of a tenth are rounded.
    #expect(relativeDifference(spread.recentChange, sum / weight) < 1e-14)
    #expect(spread.oneStep == nil && spread.memberDeviation == nil)
  }

  @Test func aLongRecordIsNarrowedForItsScaleIsKnown() throws {
    let values = (0..<80).map { Double($0 % 7) }
    let long = try spread(values)
    let base = pow(long.recentChange, 2.0 / 3) * cbrt(try #require(long.oneStep))
    // At one year the disagreement has no say. (20/80)^(1/4) = 0.71 is held to 0.84.
    #expect(relativeDifference(long.scale(horizon: 1, disagreement: 9), 0.84 * base) < 1e-15)
    #expect(long.scale(horizon: 5, disagreement: 2) > long.scale(horizon: 5, disagreement: 1))
    // Members that agree entirely are not believed beyond a fifth of the base.
    #expect(
      long.scale(horizon: 5, disagreement: 0) == long.scale(horizon: 5, disagreement: 0.1 * base))
  }

  /// After a long stand the recent change fades, but not below a twentieth of the mean one.
  @Test func aStandstillHasAFloor() throws {
    let spread = try spread([1, 9] + [Double](repeating: 9, count: 60))
    // One change of 8/9 in 61.
    #expect(relativeDifference(spread.recentChange, 0.05 * 8 / 9 / 61) < 1e-13)
  }
}

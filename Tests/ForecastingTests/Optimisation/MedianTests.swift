import Probability
import Testing

@testable import Forecasting

@Suite struct MedianTests {
  /// Records with many equal values, as a bootstrap draws them.
  private static func record(_ count: Int, _ kinds: Int) -> [Double] {
    let generator = CounterGenerator(seed: 5, stream: UInt64(count * 100 + kinds))
    return (0..<count).map { (generator.uniform(at: UInt64($0)) * Double(kinds)).rounded(.down) / 7 }
  }

  private static func sorted(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    guard sorted.count % 2 == 0 else { return sorted[half] }
    return sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2
  }

  @Test func isTheMiddleOfTheSortedValues() {
    for count in 1...60 {
      for kinds in [1, 2, 5, 1_000_000] {
        var values = Self.record(count, kinds)
        let expected = Self.sorted(values)
        #expect(median(&values) == expected, "\(count) values of \(kinds) kinds")
      }
    }
  }

  @Test func nearAGuessItIsTheSameOrNothing() {
    for count in 2...60 {
      for kinds in [1, 2, 5, 1_000_000] {
        let values = Self.record(count, kinds)
        let expected = Self.sorted(values)
        var scratch = [Double](repeating: 0, count: count)
        for (guess, reach) in [
          (expected, 1e9), (expected + 0.5, 0.75), (expected, 0.0), (expected + 1e6, 1.0),
        ] {
          let found = scratch.withUnsafeMutableBufferPointer { scratch in
            values.withUnsafeBufferPointer { median($0, near: guess, reach: reach, scratch: scratch) }
          }
          #expect(found == nil || found == expected, "\(count) values of \(kinds) kinds")
          if reach == 1e9 { #expect(found == expected) }
          if guess - reach > expected + 1 { #expect(found == nil) }
        }
      }
    }
  }
}

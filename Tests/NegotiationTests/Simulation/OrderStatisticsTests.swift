import Probability
import Testing

@testable import Negotiation

@Suite struct OrderStatisticsTests {
  private let levels = [0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0]

  private func bySorting(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return levels.map { level in
      let position = level * Double(sorted.count - 1)
      let below = min(Int(position), sorted.count - 1)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
  }

  @Test(arguments: [1, 2, 3, 10, 4_096, 4_097, 50_000])
  func equalsSorting(count: Int) {
    let generator = CounterGenerator(seed: 1, stream: 1)
    let samples: [[Double]] = [
      (0..<count).map { generator.normal(at: UInt64($0)) },
      (0..<count).map { _ in 7 },
      (0..<count).map { Double($0 % 3) },
      (0..<count).map { $0 == 0 ? 1e12 : generator.uniform(at: UInt64($0)) },
      (0..<count).map { Double($0) },
      (0..<count).map { $0 % 2 == 0 ? -1e300 : 1e300 },
    ]
    for sample in samples {
      var values = sample
      #expect(OrderStatistics.quantiles(levels, of: &values) == bySorting(sample))
    }
  }
}

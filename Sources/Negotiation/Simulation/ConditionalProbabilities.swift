internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far the probability of an event depends on inputs that are not known.
///
/// An input θ is a point of every fit and a value of every assumption with a distribution; everything else is chance ω.
/// The probability of an event is E p(θ), p(θ) = P(event | θ), and the spread of p(θ) over θ is what is not known of it:
/// neither the error of the simulation nor the chance of the event itself. For each of ``inputs`` draws of θ, ``futures``
/// draws of ω give a share k/n, n the number of futures. Shares scatter by n⁻¹ p(1 - p) beyond p(θ), so they are drawn towards their mean by the
/// factor √(1 - v/s²), s² their variance and v the mean of k(n - k)/(n²(n - 1)), the part of it that is chance: what is
/// left has the variance of p(θ).
///
/// Of an event that none of the futures has under half of the inputs or more, the shares cannot tell the lower end from none:
/// it is 0. An interval always holds the mean: a rare event may have all of its probability beyond the 95 % point.
///
/// Source: Searle, Casella & McCulloch (1992), Variance Components, section 3.6: the one-way analysis of variance.
struct ConditionalProbabilities {
  /// How many inputs are drawn, unless told.
  static let inputs = 2_048
  /// How many futures each has, unless told.
  static let futures = 128
  /// The ends of the intervals.
  static let levels = [0.05, 0.95]

  /// The random numbers of inputs, and of the futures under them: apart from those of the projection.
  private static let inputStream: UInt64 = 101
  private static let futureStream: UInt64 = 102

  /// The intervals of the probabilities of some outcomes.
  ///
  /// - Parameters:
  ///   - kernel: the model.
  ///   - outcomes: how many outcomes are told apart.
  ///   - inputs: how many inputs are drawn, a multiple of 64.
  ///   - futures: how many futures each has, two or more.
  ///   - seed: of the random numbers.
  ///   - workers: who draws; the intervals do not depend on it.
  ///   - happened: whether an outcome is there, by row, events and number of the outcome.
  /// - Returns: the 5 and 95 % points of each probability over the inputs.
  static func intervals(
    _ kernel: some FutureKernel, outcomes: Int, inputs: Int = Self.inputs, futures: Int = Self.futures,
    seed: UInt64, workers: some Workers,
    _ happened: @escaping @Sendable (UnsafeMutablePointer<Double>, UInt32, Int) -> Bool
  ) -> [ClosedRange<Double>] {
    let thetas = CounterGenerator(seed: seed, stream: inputStream)
    let omegas = CounterGenerator(seed: seed, stream: futureStream)
    let block = 64
    let counts = workers.map(inputs / block) { part -> [Int] in
      var counts = [Int](repeating: 0, count: block * outcomes)
      withUnsafeTemporaryAllocation(of: Double.self, capacity: kernel.width) { row in
        row.initialize(repeating: 0)
        guard let base = row.baseAddress else { return }
        for place in 0..<block {
          let input = part * block + place
          let theta = DrawNumbers(thetas, draw: UInt64(input))
          for future in 0..<futures {
            let omega = DrawNumbers(omegas, draw: UInt64(input * futures + future))
            let events = kernel.simulate(omega, under: theta, into: base)
            for outcome in 0..<outcomes where happened(base, events, outcome) {
              counts[place * outcomes + outcome] += 1
            }
          }
        }
      }
      return counts
    }.flatMap { $0 }
    return (0..<outcomes).map { outcome in
      interval((0..<inputs).map { counts[$0 * outcomes + outcome] }, of: futures)
    }
  }

  /// The interval of one probability from the number of its futures under each input.
  private static func interval(_ counts: [Int], of futures: Int) -> ClosedRange<Double> {
    let n = Double(futures)
    let shares = counts.map { Double($0) / n }
    let mean = shares.reduce(0, +) / Double(shares.count)
    var (total, chance) = (0.0, 0.0)
    for share in shares {
      total += (share - mean) * (share - mean)
      chance += share * (1 - share)
    }
    total /= Double(shares.count - 1)
    chance /= Double(shares.count) * (n - 1)
    let factor = total > chance ? (1 - chance / total).squareRoot() : 0
    var drawn = shares.map { mean + factor * ($0 - mean) }
    let ends = OrderStatistics.quantiles(levels, of: &drawn)
    let none = counts.count { $0 == 0 }
    let lower = 2 * none >= counts.count ? 0 : max(0, min(ends[0], mean))
    return lower...max(lower, mean, ends[1])
  }
}

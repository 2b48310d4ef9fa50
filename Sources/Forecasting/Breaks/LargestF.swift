internal import Probability

/// The largest F statistic of one more break within the regimes of a sample, and its distribution without one.
///
/// F = (S₀ - S₁) / (S₁ / ν), S₀ and S₁ the sums of squares without and with the break, ν what n values leave after
/// all coefficients: the Wald form, twice the F of a Chow test. Under independent normal errors of one variance its
/// distribution depends on nothing but the years, so that a simulation on them with other errors is exact, trend and
/// small numbers included. Asymptotic p-values (Hansen 1997, Journal of Business & Economic Statistics 15, 60-67, as in
/// R's `strucchange`) suppose regressors without a trend and come out too small.
///
/// Source: Andrews (1993), Econometrica 61, 821-856; Dufour & Khalaf (2002), Journal of Econometrics 106, 143-170.
struct LargestF {
  private let times: [Double]
  private let regimes: [Range<Int>]
  private let least: Int
  private let degreesOfFreedom: Double

  /// The replications: p-values are multiples of 1/2000.
  static let replications = 1_999
  /// Where the random numbers start.
  private static let seed: UInt64 = 1998

  /// The statistic of a partition; `nil` where no regime can be divided or no degree of freedom would be left.
  ///
  /// - Parameters:
  ///   - times: of all values.
  ///   - places: the breaks that are there already.
  ///   - least: the fewest values of a regime.
  init?(times: [Double], places: [Int], least: Int) {
    let ends = [0] + places + [times.count]
    regimes = zip(ends, ends.dropFirst()).map { $0..<$1 }
    let left = times.count - 2 * (regimes.count + 1)
    guard least >= 2, left >= 1, regimes.contains(where: { $0.count >= 2 * least }) else { return nil }
    (self.times, self.least) = (times, least)
    degreesOfFreedom = Double(left)
  }

  /// The largest F, and where.
  ///
  /// - Parameter values: one for each time.
  /// - Returns: the statistic, infinite for an exact fit, and the number of values before the break.
  func largest(_ values: [Double]) -> (statistic: Double, place: Int) {
    var (whole, gain, place) = (0.0, 0.0, 0)
    var before = [Double](repeating: 0, count: values.count + 1)
    for regime in regimes {
      var line = RunningLine()
      for index in regime {
        line.add(times[index], values[index])
        before[index + 1] = line.squares
      }
      whole += line.squares
      guard regime.count >= 2 * least else { continue }
      var rest = RunningLine()
      for index in regime.reversed().dropLast(least) {
        rest.add(times[index], values[index])
        guard rest.count >= least else { continue }
        let found = line.squares - before[index] - rest.squares
        if found > gain { (gain, place) = (found, index) }
      }
    }
    return (gain / (whole - gain) * degreesOfFreedom, place)
  }

  /// The probability of a statistic at least as large without a further break.
  ///
  /// - Parameter statistic: the largest F.
  /// - Returns: from 1/2000 to 1.
  func pValue(_ statistic: Double) -> Double {
    var reached = 1
    var noise = [Double](repeating: 0, count: times.count)
    for replication in 0..<Self.replications {
      var numbers = CounterSequence(CounterGenerator(seed: Self.seed, stream: UInt64(replication)))
      for index in noise.indices { noise[index] = numbers.nextNormal() }
      if largest(noise).statistic >= statistic { reached += 1 }
    }
    return Double(reached) / Double(Self.replications + 1)
  }
}

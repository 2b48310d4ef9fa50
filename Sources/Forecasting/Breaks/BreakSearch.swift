#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The search for breaks, free or joined, and the number of them.
struct BreakSearch {
  /// The values.
  let sample: BreakSample
  /// The fewest values of a regime.
  let least: Int
  /// Whether lines meet at a break.
  let isJoined: Bool
  private let free: OptimalBreaks?
  private let joined: JoinedBreaks?

  /// Searches all numbers of breaks.
  ///
  /// - Parameters:
  ///   - sample: at least `least` values.
  ///   - least: the fewest values of a regime.
  ///   - most: the most breaks.
  ///   - isJoined: whether lines meet at a break.
  init(_ sample: BreakSample, least: Int, most: Int, isJoined: Bool) {
    (self.sample, self.least, self.isJoined) = (sample, least, isJoined)
    free = isJoined ? nil : OptimalBreaks(sample, least: least, most: most)
    joined = isJoined ? JoinedBreaks(sample, least: least, most: most) : nil
  }

  /// The most breaks that there is room for.
  var most: Int { free?.most ?? joined?.most ?? 0 }

  /// The least sum of squares with some breaks, not below what roundings leave.
  func squares(_ breaks: Int) -> Double {
    max(free?.sumOfSquares(breaks) ?? joined?.sumOfSquares(breaks) ?? 0, sample.exactSquares)
  }

  /// The best places of some breaks.
  func places(_ breaks: Int) -> [Int] { free?.places(breaks) ?? joined?.places(breaks) ?? [] }

  /// The best partitions for each place of the last break.
  func byLastBreak(_ breaks: Int) -> [(places: [Int], squares: Double)] {
    free?.byLastBreak(breaks) ?? joined?.byLastBreak(breaks) ?? []
  }

  /// The coefficients of a fit: two a regime, or two and a change of slope at each joint.
  static func coefficients(_ breaks: Int, isJoined: Bool) -> Int { isJoined ? breaks + 2 : 2 * breaks + 2 }

  /// Schwarz's criterion, -2 logLik + ln(n) (coefficients + dates + 1).
  ///
  /// - Parameter breaks: from 0 to ``most``.
  /// - Returns: the criterion of the values in the sample's unit.
  func criterion(_ breaks: Int) -> Double {
    let n = Double(sample.count)
    let parameters = Self.coefficients(breaks, isJoined: isJoined) + breaks + 1
    return n * (log(2 * Double.pi * squares(breaks) / n) + 1) + log(n) * Double(parameters)
  }

  /// The number of breaks with the least criterion; of equals the smallest.
  var bayesCount: Int {
    (0...most).min { criterion($0) < criterion($1) } ?? 0
  }

  /// The number of breaks at which the sequence of tests ends.
  var sequentialCount: Int {
    for breaks in 0..<most {
      guard let test = LargestF(times: sample.times, places: places(breaks), least: least),
        squares(breaks) > sample.exactSquares,
        test.pValue(test.largest(sample.values).statistic) <= BreakCount.level
      else { return breaks }
    }
    return most
  }
}

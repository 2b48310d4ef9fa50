/// How often something that has a nominal probability happened, with what chance allows.
///
/// The exact interval of Clopper & Pearson: its bounds are the probabilities at which k or more, and k or fewer,
/// successes in n trials have probability (1 - confidence)/2.
///
/// Edge Cases:
///
/// - No success: the lower bound is 0. Nothing but successes: the upper bound is 1.
///
/// Source: Clopper & Pearson (1934), Biometrika 26, 404-413.
public struct IntervalCoverage: Sendable, Hashable {
  /// How many observations lay inside.
  public let hits: Int
  /// How many there were, at least one.
  public let count: Int

  /// A count of hits.
  ///
  /// - Parameters:
  ///   - hits: not negative, not above `count`.
  ///   - count: at least one.
  /// - Throws: `notPositive`, `negative` or `moreSuccessesThanTrials`.
  public init(hits: Int, count: Int) throws(ProbabilityError) {
    guard count > 0 else { throw .notPositive(.trials, value: Double(count)) }
    guard hits >= 0 else { throw .negative(.successes, value: Double(hits)) }
    guard hits <= count else { throw .moreSuccessesThanTrials(successes: hits, trials: count) }
    self.hits = hits
    self.count = count
  }

  /// Counts the observations that their intervals contain; the bounds count as inside.
  ///
  /// - Parameters:
  ///   - intervals: at least one.
  ///   - observations: one for each interval.
  /// - Throws: `tooFew`, `lengthMismatch` or `notFinite`.
  public init(
    intervals: [PredictionInterval], observations: [Double]
  ) throws(ProbabilityError) {
    try ProbabilityError.requireCount(of: intervals, .intervals, atLeast: 1)
    try ProbabilityError.requireSameCount(observations, .observation, as: intervals.count)
    var hits = 0
    for (index, observation) in observations.enumerated() {
      try ProbabilityError.requireFinite(observation, .observation, at: index)
      if intervals[index].contains(observation) { hits += 1 }
    }
    try self.init(hits: hits, count: intervals.count)
  }

  /// The share of hits.
  public var rate: Double { Double(hits) / Double(count) }

  /// The interval of Clopper and Pearson for the probability of a hit.
  ///
  /// - Parameter confidence: strictly between 0 and 1.
  /// - Returns: bounds from 0 to 1 that contain `rate`.
  /// - Throws: `notFinite` or `outsideUnitInterval`.
  public func confidenceInterval(
    confidence: Double
  ) throws(ProbabilityError) -> ClosedRange<Double> {
    try ProbabilityError.requireInteriorProbability(confidence, .level)
    let tail = 0.5 * (1 - confidence)
    let misses = count - hits
    let lower = hits == 0 ? 0 : Self.betaQuantile(Double(hits), Double(misses + 1), tail)
    let upper = misses == 0 ? 1 : 1 - Self.betaQuantile(Double(misses), Double(hits + 1), tail)
    return lower...max(lower, upper)
  }

  /// The probability x with I_x(a, b) = p ≤ ½.
  private static func betaQuantile(_ a: Double, _ b: Double, _ p: Double) -> Double {
    let odds = IncompleteBeta(a, b).lowerOdds(p)
    return odds / (1 + odds)
  }
}

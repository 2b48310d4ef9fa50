public import Probability
public import Series

/// How often something happened among the cases in which it could have.
public struct EventCounts: Sendable, Hashable {
  /// How often.
  public let happened: Int
  /// Among how many cases.
  public let cases: Int

  /// Counts.
  ///
  /// - Parameters:
  ///   - happened: not negative.
  ///   - cases: at least as many.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(happened: Int, cases: Int) throws(NegotiationError) {
    guard cases >= 0, (0...cases).contains(happened) else {
      throw .outOfRange(what: "events", value: Double(happened), expected: "0 to \(cases)")
    }
    self.init(counted: happened, of: cases)
  }

  private init(counted happened: Int, of cases: Int) {
    self.happened = happened
    self.cases = cases
  }

  /// The posterior of the probability with Jeffreys's prior: Beta(happened + 1/2, cases - happened + 1/2).
  ///
  /// - Returns: the distribution; its mean is a forecast, its quantiles say how little few cases tell.
  /// - Throws: `ProbabilityError`, never for counts.
  public func posterior() throws(ProbabilityError) -> Beta {
    try Beta(successes: Double(happened) + 0.5, failures: Double(cases - happened) + 0.5)
  }

  /// The posterior mean, (happened + 1/2)/(cases + 1).
  public var probability: Double { (Double(happened) + 0.5) / (Double(cases) + 1) }

  /// Stopgaps of one year among the rounds with `stopgap` among their uses.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - date: rounds agreed later are not counted.
  ///   - isDemanding: whether rounds under a demanding posture are counted, or all others.
  /// - Returns: the counts.
  public static func stopgaps(in evidence: Evidence, asOf date: PartialDate, isDemanding: Bool) -> EventCounts
  {
    let rounds = evidence.agreed(by: date).rounds(for: .stopgap)
      .filter { ($0.posture == .demanding) == isDemanding }
    return EventCounts(counted: rounds.count { $0.ending == .stopgap }, of: rounds.count)
  }

  /// Stopgaps among the rounds whose new agreement was not in time: the others of these lapsed.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - date: rounds agreed later are not counted.
  ///   - isDemanding: whether rounds under a demanding posture are counted, or all others.
  /// - Returns: the counts.
  public static func stopgapsOfLate(
    in evidence: Evidence, asOf date: PartialDate, isDemanding: Bool
  ) -> EventCounts {
    let late = evidence.agreed(by: date).rounds(for: .stopgap)
      .filter { ($0.posture == .demanding) == isDemanding && [.stopgap, .lapse].contains($0.ending) }
    return EventCounts(counted: late.count { $0.ending == .stopgap }, of: late.count)
  }

  /// Furloughs among the rounds with `furlough` among their uses.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - date: rounds agreed later are not counted.
  ///   - isLong: whether lapses of three months and more are counted, or shorter ones.
  /// - Returns: the counts.
  public static func furloughs(in evidence: Evidence, asOf date: PartialDate, isLong: Bool) -> EventCounts {
    let rounds = evidence.agreed(by: date).rounds(for: .furlough).filter { ($0.lapseMonths >= 3) == isLong }
    return EventCounts(counted: rounds.count { $0.hadFurlough }, of: rounds.count)
  }
}

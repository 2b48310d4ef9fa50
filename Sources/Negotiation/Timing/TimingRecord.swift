import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The months in which talks were open, and in which of them they ended with an agreement.
///
/// A round enters from the month in which talks began to the month of agreement, both included; where it was not agreed by
/// the date, to the month before the date's. A stopgap of one year ends the round's months without an agreement: what is
/// timed is the agreement on a term, and whether a stopgap bridges its lack is drawn apart (`stopgap.probability`).
/// Conventions: talks known only to the year begin in July, as the ordinary
/// Japanese round does; an agreement known only to the year falls in its December. A demanding posture holds from the start
/// of talks to the first inauguration of a US president after it, exclusive: what one president asked for the next has so
/// far dropped. The gap max(0, ln(A/O) - 0.2) is that of the latest ask and offer public in the month, what is then
/// still open; without both it is zero. (The step answers the opening ask: the later ones have moved to the result.)
struct TimingRecord: Sendable {
  /// Months alike in everything that the hazard depends on.
  struct Group: Sendable, Equatable {
    var isBudgetMonth: Bool
    var isLastMonth: Bool
    var isDemanding: Bool
    var gap: Double
    var months: Int
    var agreements: Int
  }

  /// No negotiation has lasted longer; a month is not worth listing after that.
  static let longestTalks = 600

  /// The groups, in a fixed order.
  let groups: [Group]
  /// The rounds that were read.
  let rounds: [String]
  /// For each coefficient, how many rounds have a month that it acts on.
  let roundsByCoefficient: [Int]

  /// Reads the rounds.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - date: what was known then is seen.
  ///   - freeGap: how far ln(A/O) may lie apart without costing time.
  init(_ evidence: Evidence, asOf date: PartialDate, freeGap: Double = TimingPrior.usualFreeGap) {
    var months: [Group] = []
    var rounds: [String] = []
    var counts = [Int](repeating: 0, count: 5)
    for round in evidence.rounds(for: .timing) {
      guard let own = Self.months(of: round, asOf: date, freeGap), !own.isEmpty else { continue }
      rounds.append(round.identifier)
      counts[0] += 1
      if own.contains(where: \.isBudgetMonth) { counts[1] += 1 }
      if own.contains(where: \.isLastMonth) { counts[2] += 1 }
      if own.contains(where: \.isDemanding) { counts[3] += 1 }
      if own.contains(where: { $0.gap > 0 }) { counts[4] += 1 }
      months += own
    }
    self.init(months: months, rounds: rounds, roundsByCoefficient: counts)
  }

  /// A record of single months; those that are alike are put together.
  ///
  /// - Parameters:
  ///   - months: each with its one month.
  ///   - rounds: the rounds that they are from.
  ///   - roundsByCoefficient: how many rounds have a month that each coefficient acts on.
  init(months: [Group], rounds: [String] = [], roundsByCoefficient: [Int] = [0, 0, 0, 0, 0]) {
    var groups: [Group] = []
    for month in months {
      if let place = groups.firstIndex(where: { $0.isAlike(month) }) {
        groups[place].months += month.months
        groups[place].agreements += month.agreements
      } else {
        groups.append(month)
      }
    }
    self.groups = groups
    self.rounds = rounds
    self.roundsByCoefficient = roundsByCoefficient
  }

  /// The first month of a round's talks.
  static func start(of round: Round) -> Int? {
    round.talksBegan.map { $0.description.utf8.count == 4 ? 12 * $0.year + 6 : $0.monthIndex }
  }

  private static func months(of round: Round, asOf date: PartialDate, _ freeGap: Double) -> [Group]? {
    guard let start = start(of: round), let expiry = round.predecessorEnds?.monthIndex,
      let began = round.talksBegan, began <= date || start <= date.monthIndex
    else { return nil }
    let agreed = round.agreed.flatMap { $0 <= date ? $0.monthIndex : nil }
    let last = min(agreed ?? date.monthIndex - 1, start + longestTalks)
    // An agreement dated before its talks, as a year's July can be, is one of the first month.
    let clock = TalksClock(start: min(start, agreed ?? start), expiry: expiry)
    guard clock.start <= last else { return [] }
    let inauguration = PostureChain.inauguration(after: clock.start)
    return (clock.start...last).map { month in
      Group(
        isBudgetMonth: clock.isBudgetMonth(month), isLastMonth: clock.isLastMonth(month),
        isDemanding: round.posture == .demanding && month < inauguration,
        gap: round.openGap(in: month, asOf: date, beyond: freeGap), months: 1,
        agreements: month == agreed && round.ending != .stopgap ? 1 : 0)
    }
  }
}

extension TimingRecord.Group {
  fileprivate func isAlike(_ other: Self) -> Bool {
    isBudgetMonth == other.isBudgetMonth && isLastMonth == other.isLastMonth
      && isDemanding == other.isDemanding && gap == other.gap
  }
}

extension Round {
  /// max(0, ln(A/O) - free) of the latest ask and offer that were public in a month and on a date; zero without both.
  ///
  /// - Parameters:
  ///   - month: counted from January of year 0.
  ///   - date: what became public later is not seen.
  ///   - free: how far the two may lie apart without costing time.
  /// - Returns: not negative.
  func openGap(in month: Int, asOf date: PartialDate, beyond free: Double) -> Double {
    let known = positions.filter { $0.knownOn <= date && $0.knownOn.monthIndex <= month }
    guard let ask = known.last(where: { $0.side == .ask }),
      let offer = known.last(where: { $0.side == .offer })
    else { return 0 }
    return max(0, log(ask.amount) - log(offer.amount) - free)
  }
}

public import Series

/// The negotiation of an ally's next agreement, as a scenario sees it.
public struct AgreementPlan: Sendable, Equatable {
  /// The ally.
  public let ally: Ally
  /// The round's name: `JP-SMA-2027`.
  public let round: String
  /// The series of the amounts, on the ally's calendar and in its unit.
  public let series: String
  /// The last amount that is known.
  public let base: BaseAmount
  /// The month in which the agreement that runs ends.
  public let expires: PartialDate
  /// Whether it has ended, and nothing has followed yet.
  public let hasLapsed: Bool
  /// The month in which talks begin.
  public let talksBegin: PartialDate
  /// The month, from 1, in which the next budget is decided.
  public let budgetMonth: Int
  /// For how many years the next agreement holds.
  public let termYears: Int
  /// The first year that the next agreement pays for.
  public let firstYear: Int
  /// How the United States negotiate when the scenario begins.
  public let posture: Posture
  /// What they ask for.
  public let ask: AskPlan
  /// What the host offers, if that is public.
  public let offer: Offer?
  /// How the host's government stands.
  public let host: HostState
  /// Elections to come.
  public let elections: ElectionCalendar
  /// What the host gives beside the settlement.
  public let linkage: [SidePayment]
  /// Whether existing support is counted again under the new heading.
  public let isRecounted: Bool
  /// The ally whose last deal is looked at, if any.
  public let precedent: Ally?
  /// Conditions, each from -1 to 1.
  public let drivers: [Driver: Double]
  /// How amounts grow within the term.
  public let growth: TermGrowth

  /// The longest term of an agreement.
  public static let longestTerm = 10
  /// The most years between two dates of one negotiation, or between the last amount and the next agreement.
  public static let longestGap = 15

  /// A negotiation.
  ///
  /// - Parameters:
  ///   - ally: the ally.
  ///   - round: the round's name.
  ///   - series: the series of the amounts; the ally's own for `nil`.
  ///   - base: the last amount known, in the ally's unit, at most ``longestGap`` years before the first year.
  ///   - expires: the month in which the running agreement ends.
  ///   - hasLapsed: whether it has ended without a successor.
  ///   - talksBegin: the month in which talks begin, not after the end, at most ``longestGap`` years before it.
  ///   - budgetMonth: from 1 to 12; the ally's own for `nil`.
  ///   - termYears: from 1 to ``longestTerm``.
  ///   - firstYear: the first year paid for, at most three years after the end; the next one for `nil`.
  ///   - posture: how the United States negotiate.
  ///   - ask: what they ask for; under a demanding posture it names a reading, under a transactional one that looks
  ///     to the posture it holds the cost of the host-nation support items and the fixed sum.
  ///   - offer: what the host offers.
  ///   - host: how its government stands.
  ///   - elections: elections to come.
  ///   - linkage: what it gives beside, no kind twice.
  ///   - isRecounted: whether existing support is counted again.
  ///   - precedent: the ally whose deal is looked at; another one.
  ///   - drivers: conditions, each from -1 to 1.
  ///   - growth: how amounts grow within the term.
  /// - Throws: ``ScenarioError``.
  public init(
    ally: Ally, round: String, series: String? = nil, base: BaseAmount, expires: PartialDate,
    hasLapsed: Bool = false, talksBegin: PartialDate, budgetMonth: Int? = nil, termYears: Int,
    firstYear: Int? = nil, posture: Posture, ask: AskPlan, offer: Offer? = nil, host: HostState = .ordinary,
    elections: ElectionCalendar = .none, linkage: [SidePayment] = [], isRecounted: Bool = false,
    precedent: Ally? = nil, drivers: [Driver: Double] = [:], growth: TermGrowth = .record
  ) throws(ScenarioError) {
    try expires.requireMonth("expires")
    try talksBegin.requireMonth("talks_begin")
    guard talksBegin <= expires else {
      throw ScenarioError(
        "expires", .expiryBeforeStart(expires: expires.description, start: talksBegin.description))
    }
    try Self.requireNear(talksBegin, expires, "talks_begin")
    let month = budgetMonth ?? ally.budgetMonth
    guard (1...12).contains(month) else {
      throw ScenarioError("budget_month", .outOfRange(Double(month), expected: "a month from 1 to 12"))
    }
    guard (1...Self.longestTerm).contains(termYears) else {
      throw ScenarioError(
        "term_years", .outOfRange(Double(termYears), expected: "1 to \(Self.longestTerm) years"))
    }
    let next = ally.year(ofMonth: expires.monthIndex + 1)
    let first = firstYear ?? next
    guard (next...next + 3).contains(first) else {
      throw ScenarioError("first_year", .outOfRange(Double(first), expected: "\(next) to \(next + 3)"))
    }
    guard base.money.unit == ally.unit else {
      throw ScenarioError("base", .wrongUnit(base.money.unit.description, expected: ally.unit.description))
    }
    guard base.year < first else {
      throw ScenarioError("base", .baseNotBefore(year: base.year, first: first))
    }
    guard base.year >= first - Self.longestGap else {
      throw ScenarioError("base", .tooFarApart("\(base.year)", "\(first)", years: Self.longestGap))
    }
    guard precedent != ally else { throw ScenarioError("precedent", .ownPrecedent(ally.rawValue)) }
    for driver in Driver.allCases {
      if let value = drivers[driver], !(-1...1).contains(value) {
        throw ScenarioError(
          "drivers.\(driver.rawValue)", .outOfRange(value, expected: "a number from -1 to 1"))
      }
    }
    var kinds: Set<SidePayment.Kind> = []
    for payment in linkage where !kinds.insert(payment.kind).inserted {
      throw ScenarioError("linkage", .repeated(payment.kind.rawValue))
    }
    try Self.requireReading(ask, under: posture)
    self.ally = ally
    self.round = round
    self.series = series ?? ally.series
    self.base = base
    self.expires = expires
    self.hasLapsed = hasLapsed
    self.talksBegin = talksBegin
    self.budgetMonth = month
    self.termYears = termYears
    self.firstYear = first
    self.posture = posture
    self.ask = ask
    self.offer = offer
    self.host = host
    self.elections = elections
    self.linkage = linkage
    self.isRecounted = isRecounted
    self.precedent = precedent
    self.drivers = drivers
    self.growth = try growth.validated()
  }

  /// Refuses two dates, the earlier first, that no negotiation joins.
  static func requireNear(_ earlier: PartialDate, _ later: PartialDate, _ path: String) throws(ScenarioError)
  {
    guard later.monthIndex - earlier.monthIndex <= 12 * longestGap else {
      throw ScenarioError(
        path, .tooFarApart(earlier.description, later.description, years: longestGap))
    }
  }

  private static func requireReading(_ ask: AskPlan, under posture: Posture) throws(ScenarioError) {
    guard ask.reading == .posture else { return }
    switch posture {
    case .statusQuo: return
    case .demanding: throw ScenarioError("ask.reading", .readingNotNamed)
    case .transactional:
      guard ask.costs[.hostNationItems] != nil else {
        throw ScenarioError("ask", .mixtureLacks(needed: "costs.hns-items"))
      }
      guard ask.fixedSum != nil else { throw ScenarioError("ask", .mixtureLacks(needed: "fixed_sum")) }
    }
  }

  /// Every amount of money in it.
  var money: [(path: String, money: Money)] {
    ask.money.map { ("ask", $0) } + (offer.map { [("offer", $0.money)] } ?? [])
      + linkage.map { ("linkage", $0.perYear) }
  }
}

public import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One negotiation of a burden-sharing bargain: what was asked and offered, what was agreed, and when.
///
/// Amounts are in ``unit`` a year. The step of a round is y = ln(S/L), S the settlement of the first year and L the
/// amount of the year before.
public struct Round: Sendable, Equatable {
  /// A fit that a round can enter.
  public enum Use: String, Sendable, Hashable, CaseIterable {
    /// The settlement's step.
    case step
    /// The month of agreement.
    case timing
    /// Stopgap or lapse where no agreement was in time.
    case stopgap
    /// A furlough after a lapse.
    case furlough
    /// How much of an ask is conceded, by instrument.
    case passThrough = "pass-through"
  }

  /// How a round ended that had no successor agreement when the old one ended.
  public enum Ending: String, Sendable, Hashable, CaseIterable {
    /// The agreement was in force in time.
    case inTime = "in-time"
    /// Extended for a year.
    case stopgap
    /// A time without an agreement.
    case lapse
    /// Not over yet.
    case open
  }

  /// The round's name: `KOR-SMA-11`.
  public let identifier: String
  /// The ally, by ISO 3166-1 alpha-3.
  public let ally: String
  /// The kind of payment.
  public let instrument: Instrument
  /// What the amounts measure: `hns_first_year`, `sma_first_year`, `defense_gdp_ratio`, `package_value`.
  public let measure: String
  /// The unit of every amount.
  public let unit: Unit
  /// The first year that the settlement pays for.
  public let firstYear: Int
  /// The amount of the year before, L.
  public let base: Double?
  /// The settlement of the first year, S.
  public let settlement: Double?
  /// The mean of the years of the term, where it was announced or is known.
  public let termMean: Double?
  /// For how many years the settlement holds.
  public let termYears: Int?
  /// Asks and offers, the earliest known first.
  public let positions: [Position]
  /// How the administration that made the opening ask negotiated; another one may have settled the round.
  public let posture: Posture
  /// When talks began.
  public let talksBegan: PartialDate?
  /// When the sides agreed on the amount; from then on the settlement is known.
  public let agreed: PartialDate?
  /// The last day of the agreement before.
  public let predecessorEnds: PartialDate?
  /// When the agreement entered into force.
  public let inForce: PartialDate?
  /// How the round ended.
  public let ending: Ending
  /// How many months passed between the end of the old and the start of the new agreement.
  public let lapseMonths: Int
  /// Whether local employees were sent home without pay.
  public let hadFurlough: Bool
  /// Which fits the round enters.
  public let uses: Set<Use>
  /// Why it does not enter the others.
  public let exclusion: String
  /// Where its facts come from.
  public let sources: [String]

  /// A round.
  ///
  /// - Parameters:
  ///   - identifier: its name.
  ///   - ally: ISO 3166-1 alpha-3.
  ///   - instrument: the kind of payment.
  ///   - measure: what the amounts measure.
  ///   - unit: of every amount.
  ///   - firstYear: the first year paid for.
  ///   - base: the amount of the year before.
  ///   - settlement: of the first year.
  ///   - termMean: of the years of the term.
  ///   - termYears: for how many years.
  ///   - positions: asks and offers in any order.
  ///   - posture: how the administration negotiated.
  ///   - talksBegan: when talks began.
  ///   - agreed: when the amount was agreed.
  ///   - predecessorEnds: the last day of the agreement before.
  ///   - inForce: when the agreement entered into force.
  ///   - ending: how it ended.
  ///   - lapseMonths: months without an agreement.
  ///   - hadFurlough: whether employees were sent home.
  ///   - uses: which fits it enters.
  ///   - exclusion: why not the others.
  ///   - sources: where its facts come from.
  /// - Throws: ``NegotiationError`` when an amount is not positive, or a use lacks what it needs.
  public init(
    identifier: String, ally: String, instrument: Instrument, measure: String, unit: Unit, firstYear: Int,
    base: Double?, settlement: Double?, termMean: Double? = nil, termYears: Int? = nil,
    positions: [Position] = [], posture: Posture, talksBegan: PartialDate? = nil, agreed: PartialDate? = nil,
    predecessorEnds: PartialDate? = nil, inForce: PartialDate? = nil, ending: Ending,
    lapseMonths: Int = 0, hadFurlough: Bool = false, uses: Set<Use> = [], exclusion: String = "",
    sources: [String] = []
  ) throws(NegotiationError) {
    for (what, amount) in [("base", base), ("settlement", settlement), ("term mean", termMean)] {
      if let amount, !(amount > 0 && amount.isFinite) {
        throw .amountNotPositive(what: "\(identifier): \(what)", value: amount)
      }
    }
    if uses.contains(.step) {
      guard base != nil, settlement != nil, agreed != nil else {
        throw .useLacksFacts(
          round: identifier, use: .step, needed: "base, settlement and the date of agreement")
      }
    }
    if uses.contains(.timing) {
      guard talksBegan != nil, predecessorEnds != nil else {
        throw .useLacksFacts(
          round: identifier, use: .timing, needed: "the start of talks and the end of the term")
      }
    }
    self.identifier = identifier
    self.ally = ally
    self.instrument = instrument
    self.measure = measure
    self.unit = unit
    self.firstYear = firstYear
    self.base = base
    self.settlement = settlement
    self.termMean = termMean
    self.termYears = termYears
    self.positions = positions.sorted { $0.knownOn < $1.knownOn }
    self.posture = posture
    self.talksBegan = talksBegan
    self.agreed = agreed
    self.predecessorEnds = predecessorEnds
    self.inForce = inForce
    self.ending = ending
    self.lapseMonths = lapseMonths
    self.hadFurlough = hadFurlough
    self.uses = uses
    self.exclusion = exclusion
    self.sources = sources
  }

  /// The step y = ln(S/L), or `nil` where base or settlement is not known.
  public var step: Double? {
    guard let base, let settlement else { return nil }
    return log(settlement / base)
  }

  /// The latest ask that was public on a date.
  ///
  /// - Parameter date: the date.
  /// - Returns: the ask, or `nil` when none was.
  public func ask(asOf date: PartialDate) -> Position? {
    positions.last { $0.side == .ask && $0.knownOn <= date }
  }

  /// The latest offer that was public on a date.
  ///
  /// - Parameter date: the date.
  /// - Returns: the offer, or `nil` when none was.
  public func offer(asOf date: PartialDate) -> Position? {
    positions.last { $0.side == .offer && $0.knownOn <= date }
  }
}

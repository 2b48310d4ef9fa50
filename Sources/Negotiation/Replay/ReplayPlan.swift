public import Series

/// What a replay of past rounds sees and needs.
public struct ReplayPlan: Sendable {
  /// The record, all of it; each round is forecast from what was agreed and public before it.
  public let evidence: Evidence
  /// The assumptions; a round is forecast with those that could be made on its date.
  public let catalog: AssumptionCatalog
  /// What is assumed otherwise, at every date.
  public let options: [String: AssumedValue]
  /// How many rounds must have been agreed before one is forecast.
  public let minimumRounds: Int
  /// The date of all forecasts, or `nil` for the day before each round was agreed.
  public let date: PartialDate?

  /// A plan.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - catalog: the assumptions; each replay takes those of its date.
  ///   - options: what `--assume` says otherwise, at every date.
  ///   - minimumRounds: how many rounds must have been agreed before, at least ``SettlementModel/minimumRounds``.
  ///   - date: the date of all forecasts, or `nil` for the day before each round was agreed.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(
    evidence: Evidence, catalog: AssumptionCatalog = .standard, options: [String: AssumedValue] = [:],
    minimumRounds: Int = SettlementModel.minimumRounds, date: PartialDate? = nil
  ) throws(NegotiationError) {
    guard minimumRounds >= SettlementModel.minimumRounds else {
      throw .outOfRange(
        what: "rounds before the first replay", value: Double(minimumRounds),
        expected: "\(SettlementModel.minimumRounds) or more")
    }
    self.evidence = evidence
    self.catalog = catalog
    self.options = options
    self.minimumRounds = minimumRounds
    self.date = date
  }

  /// Whether an assumption enters a replay: as a prior of a fit, or as the weight of a public offer.
  ///
  /// - Parameter key: the switch.
  /// - Returns: `false` for what only a projection draws.
  public static func takes(_ key: String) -> Bool { AgreementFits.enters(key) || key == "offer.weight" }

  /// The assumptions as they could be made on a date.
  private func book(on date: PartialDate) throws(ProjectionError) -> AssumptionBook {
    do { return try catalog.book(on: date, options: options) } catch { throw .assumption(error) }
  }

  /// The settlement model with the priors that could be set on a date.
  ///
  /// - Parameter date: the date of a replay.
  /// - Returns: the model, as `project` fits it in a scenario of that date.
  /// - Throws: ``ProjectionError``.
  public func settlementModel(on date: PartialDate) throws(ProjectionError) -> SettlementModel {
    try AgreementFits.settlementModel(try book(on: date))
  }

  /// The timing model with the priors that could be set on a date.
  ///
  /// - Parameter date: the date of a replay.
  /// - Returns: the model, as `project` fits it in a scenario of that date.
  /// - Throws: ``ProjectionError``.
  public func timingModel(on date: PartialDate) throws(ProjectionError) -> TimingModel {
    try AgreementFits.timingModel(try book(on: date))
  }

  /// The date on which a round is forecast, where its step is known and the date lies before the agreement.
  ///
  /// - Parameter round: a round of the record.
  /// - Returns: the date, or `nil` where the round cannot be replayed.
  public func date(for round: Round) -> PartialDate? {
    guard round.uses.contains(.step), let agreed = round.agreed else { return nil }
    let before = agreed.dayBefore
    guard let date else { return before }
    return date <= before && hasBase(round, on: date) ? date : nil
  }

  /// Whether the amount of the year before could be known on a date.
  ///
  /// It is that of the agreement before, which had to be agreed; and the budget with it is decided in the December before its
  /// year, or it follows from a rule once talks have begun.
  func hasBase(_ round: Round, on date: PartialDate) -> Bool {
    let previous = evidence.rounds.last { $0.ally == round.ally && $0.firstYear < round.firstYear }
    if let agreed = previous?.agreed, agreed > date { return false }
    let budget = 12 * (round.firstYear - 2) + 11
    return date.monthIndex
      >= min(budget, round.talksBegan?.monthIndex ?? budget, (round.agreed ?? date).monthIndex)
  }

  /// The rounds that can be replayed: their step is known, and enough rounds were agreed before.
  public var rounds: [Round] {
    evidence.rounds(for: .step).filter { round in
      guard let date = date(for: round) else { return false }
      return evidence.agreed(by: date).rounds(for: .step).count >= minimumRounds
    }
  }

  /// The round of a name, if it can be replayed.
  ///
  /// - Parameter identifier: its name.
  /// - Returns: the round.
  /// - Throws: ``NegotiationError`` that says why it cannot.
  public func round(_ identifier: String) throws(NegotiationError) -> Round {
    let round = try evidence.round(identifier)
    guard round.uses.contains(.step), let agreed = round.agreed else {
      throw .notReplayable(round: identifier, reason: "its step is not known or not part of the fit")
    }
    guard let date = date(for: round) else {
      let isEarly = date.map { $0 < agreed } ?? false
      throw .notReplayable(
        round: identifier,
        reason: isEarly
          ? "the amount of the year before could not be known by that date"
          : "it was agreed by that date (\(agreed))")
    }
    let known = evidence.agreed(by: date).rounds(for: .step).count
    guard known >= minimumRounds else {
      throw .tooFewRounds(fit: "replay of \(identifier)", found: known, needed: minimumRounds)
    }
    return round
  }

  /// The round that is still open, the earliest first year first, if its last amount is known.
  public var nextRound: Round? {
    evidence.rounds.first { $0.ending == .open && $0.base != nil && $0.instrument == .costShare }
  }

  /// The date of the last agreement whose step is fitted: what the record knows.
  public var lastDate: PartialDate {
    evidence.rounds(for: .step).compactMap(\.agreed).max() ?? PartialDate(firstDayOfMonth: 0)
  }
}

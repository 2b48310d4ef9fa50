public import Probability
public import Series

/// Past talks, forecast at their start: in time, a stopgap, a lapse.
public struct ReplayedTalks: Sendable {
  /// What is forecast.
  public enum Event: String, Sendable, Hashable, CaseIterable {
    /// Agreed for a term by the month in which the agreement before ended.
    case agreedByDeadline = "agreed-by-deadline"
    /// Extended for a year.
    case stopgap
    /// A time without an agreement.
    case lapse
  }

  /// The round.
  public let round: Round
  /// The date of the forecast: the first day of the month in which talks began.
  public let date: PartialDate
  /// What the model gave each event.
  public let probabilities: [Event: Double]
  /// What the record gave it: (k + 1/2)/(n + 1) over the rounds agreed by then.
  public let frequencies: [Event: Double]
  /// Whether it happened.
  public let outcomes: [Event: Bool]
}

extension ReplayPlan {
  /// The rounds whose talks can be forecast at their start: month by month record, how they ended, enough rounds before.
  public var talks: [Round] {
    evidence.rounds(for: .timing).filter { round in
      guard round.uses.contains(.stopgap), round.agreed != nil, let start = TimingRecord.start(of: round)
      else { return false }
      let date = PartialDate(firstDayOfMonth: start)
      return evidence.agreed(by: date).rounds(for: .timing).count >= 3
    }
  }

  /// Forecasts past talks at their start.
  ///
  /// Agreed by the deadline: the timing model with the priors of then (``timingModel(on:)``), fitted on what was known. Not agreed by then: a stopgap with the
  /// probability (k + 1/2)/(n + 1) of the late rounds under postures as demanding, else a lapse.
  ///
  /// - Parameter round: one of ``talks``.
  /// - Returns: probabilities and outcomes.
  /// - Throws: ``ProjectionError``.
  public func replayTalks(_ round: Round) throws(ProjectionError) -> ReplayedTalks {
    guard let start = TimingRecord.start(of: round), let expiry = round.predecessorEnds?.monthIndex,
      round.agreed != nil
    else {
      throw .negotiation(
        .notReplayable(round: round.identifier, reason: "the months of its talks are not known"))
    }
    let date = PartialDate(firstDayOfMonth: start)
    let timing = try timingModel(on: date)
    let posterior: TimingPosterior
    do { posterior = try timing.fit(evidence, asOf: date) } catch { throw .negotiation(error) }
    let isDemanding = round.posture == .demanding
    let clock = TalksClock(start: start, expiry: expiry)
    let inTime = posterior.probabilityAgreed(
      by: expiry, clock, isDemanding: isDemanding,
      openGap: round.openGap(in: start, asOf: date, beyond: timing.prior.freeGap))
    let stopgap = EventCounts.stopgapsOfLate(in: evidence, asOf: date, isDemanding: isDemanding).probability
    let known = evidence.agreed(by: date)
    let dated = known.rounds(for: .timing)
    let ended = known.rounds(for: .stopgap)
    func frequency(_ happened: Int, _ cases: Int) -> Double { (Double(happened) + 0.5) / (Double(cases) + 1) }
    return ReplayedTalks(
      round: round, date: date,
      probabilities: [
        .agreedByDeadline: inTime, .stopgap: (1 - inTime) * stopgap, .lapse: (1 - inTime) * (1 - stopgap),
      ],
      frequencies: [
        .agreedByDeadline: frequency(dated.count(where: \.wasAgreedByDeadline), dated.count),
        .stopgap: frequency(ended.count { $0.ending == .stopgap }, ended.count),
        .lapse: frequency(ended.count { $0.ending == .lapse }, ended.count),
      ],
      outcomes: [
        .agreedByDeadline: round.wasAgreedByDeadline, .stopgap: round.ending == .stopgap,
        .lapse: round.ending == .lapse,
      ])
  }
}

extension Round {
  /// Whether the amount of a term was agreed by the month in which the agreement before ended: a stopgap is none.
  fileprivate var wasAgreedByDeadline: Bool {
    guard ending != .stopgap, let agreed, let predecessorEnds else { return false }
    return agreed.monthIndex <= predecessorEnds.monthIndex
  }
}

/// The scores of one event over all talks.
public struct EventSummary: Sendable {
  /// The event.
  public let event: ReplayedTalks.Event
  /// How many talks, and in how many it happened.
  public let counts: EventCounts
  /// The mean Brier score of the model.
  public let brier: Double
  /// The same of the record's frequency.
  public let frequencyBrier: Double
  /// Murphy's parts of the Brier score, grouped by tenths, with what is within them: they add up to ``brier``.
  public let murphy: MurphyDecomposition
  /// The exact one-sided sign-flip probability of a difference this good by chance.
  public let probability: Double
  /// The same, corrected by ``HolmCorrection`` for the number of events that are scored beside each other.
  public private(set) var adjustedProbability: Double

  /// 1 - the model's score over the frequency's; `nil` where that is zero.
  public var skill: Double? { frequencyBrier > 0 ? 1 - brier / frequencyBrier : nil }

  /// Whether the skill is shown, as ``ReplayComparison/isShown``.
  public var isShown: Bool { adjustedProbability < ReplayComparison.shownBelow && (skill ?? 0) > 0 }

  /// The scores of all events, one family.
  ///
  /// - Parameter talks: at least one.
  /// - Returns: a summary for each of ``ReplayedTalks/Event``, in their order.
  /// - Throws: ``NegotiationError``.
  public static func all(_ talks: [ReplayedTalks]) throws(NegotiationError) -> [EventSummary] {
    var summaries: [EventSummary] = []
    for event in ReplayedTalks.Event.allCases { summaries.append(try EventSummary(event, talks)) }
    let adjusted = HolmCorrection.adjusted(summaries.map(\.probability))
    for (place, probability) in adjusted.enumerated() { summaries[place].adjustedProbability = probability }
    return summaries
  }

  private init(_ event: ReplayedTalks.Event, _ talks: [ReplayedTalks]) throws(NegotiationError) {
    self.event = event
    let outcomes = talks.map { $0.outcomes[event] ?? false }
    let probabilities = talks.map { min(max($0.probabilities[event] ?? 0, 0), 1) }
    let frequencies = talks.map { $0.frequencies[event] ?? 0 }
    counts = try EventCounts(happened: outcomes.count { $0 }, cases: outcomes.count)
    do {
      let forecasts = try EventForecasts(probabilities: probabilities, outcomes: outcomes)
      brier = BrierScore.meanScore(forecasts)
      frequencyBrier = BrierScore.meanScore(
        try EventForecasts(probabilities: frequencies, outcomes: outcomes))
      murphy = MurphyDecomposition(forecasts, tenths: true)
      let latest = min(outcomes.count, PairedComparison.maximumExactCount)
      var scores: [(model: Double, other: Double)] = []
      for i in outcomes.indices.suffix(latest) {
        let truth = outcomes[i] ? 1.0 : 0
        scores.append(
          (
            (probabilities[i] - truth) * (probabilities[i] - truth),
            (frequencies[i] - truth) * (frequencies[i] - truth)
          ))
      }
      probability = try PairedComparison(
        modelScores: scores.map(\.model), baselineScores: scores.map(\.other)
      ).signFlipProbability()
      adjustedProbability = probability
    } catch { throw .noConvergence(fit: "summary of events", reason: "\(error)") }
  }
}

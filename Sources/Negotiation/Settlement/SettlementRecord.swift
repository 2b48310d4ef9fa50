import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The rounds of a fit in the form that the likelihood reads: steps by ally, rules over asks, precedents, offers.
struct SettlementRecord: Sendable {
  /// How many points stand for what is not known of an ask; with eight a log likelihood errs by less than 1e-6 where the
  /// spread is not far below its prior.
  static let askPoints = 8

  /// One round.
  struct Entry: Sendable {
    let ally: Int
    let step: Double
    /// Points of ln(A/L) and their weights.
    let asks: DiscreteDistribution
    let isAskReported: Bool
    /// The other ally and its last step.
    let precedent: (ally: Int, step: Double)?
    /// ln(S/O).
    let beyondOffer: Double?
  }

  /// The allies of the fit, the target among them.
  let allies: [String]
  /// The rounds in the order of the evidence.
  let entries: [Entry]

  /// Reads the rounds.
  ///
  /// - Parameters:
  ///   - evidence: what is known.
  ///   - target: the ally to be forecast.
  ///   - date: asks and offers published later are not seen.
  ///   - prior: the priors.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)``.
  init(
    _ evidence: Evidence, target: String, date: PartialDate, prior: SettlementPrior
  ) throws(NegotiationError) {
    let rounds = evidence.rounds(for: .step)
    let allies = Set(rounds.map(\.ally)).union([target]).sorted()
    var entries: [Entry] = []
    for round in rounds {
      guard let step = round.step, let base = round.base, let settlement = round.settlement,
        let ally = allies.firstIndex(of: round.ally), let agreed = round.agreed
      else { continue }
      let ask = round.openingAsk(asOf: date)
      let asks = AskDistribution.logRatio(
        prior: prior.asks, posture: round.posture, report: ask.map { log($0.amount / base) },
        noise: prior.askNoise)
      let precedent = evidence.precedent(for: round.ally, before: agreed, within: prior.precedentMonths)
      let offer = round.openingOffer(asOf: date)
      entries.append(
        Entry(
          ally: ally, step: step, asks: try asks.gaussRule(Self.askPoints, fit: SettlementModel.fitName),
          isAskReported: ask != nil,
          precedent: precedent.flatMap { other in
            allies.firstIndex(of: other.ally).map { (ally: $0, step: other.step) }
          },
          beyondOffer: offer.map { log(settlement / $0.amount) }))
    }
    self.allies = allies
    self.entries = entries
  }
}

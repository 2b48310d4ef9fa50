public import Series

/// How much of an ask is conceded, by the kind of payment.
///
/// The share of round i is πᵢ = (S - L)/(A - L) with the opening ask A. An ordinary renewal moves S by a step of the
/// size s even without an ask, so that the share of a small ask is told badly: it is measured with the error
/// s L/|A - L|, s the standard deviation of the steps on record. Rounds of one kind differ beyond that by w, and
///
///     πᵢ ~ N(π_k, (s L/(A - L))² + w²),   π_k ~ N(π, 0.3²),   π ~ N(0.3, 0.5²),
///
/// so that a kind with one round is drawn towards the others. For items of a package only: an ask of several times the
/// amount is not conceded in proportion, and the settlement of a renewal has its own model.
public struct PassThrough: Sendable, Equatable {
  /// The numbers that no fit gives.
  public struct Prior: Sendable, Equatable {
    /// The standard deviation of π_k between kinds.
    public var betweenKinds = 0.3
    /// w, that of a round's share within its kind.
    public var withinKind = 0.2
    /// What is believed of π.
    public var center = HierarchicalNormal.Moments(0.3, 0.5)

    /// The prior that the documentation of ``PassThrough`` names.
    public init() {}
  }

  /// One round's share.
  public struct Share: Sendable, Equatable {
    /// The round.
    public let round: String
    /// πᵢ.
    public let value: Double
    /// Its error, of the ordinary step and within the kind.
    public let standardError: Double
  }

  /// What is known of a kind of payment.
  public struct Kind: Sendable, Equatable {
    /// The kind.
    public let instrument: Instrument
    /// Its rounds; none where the others alone speak for it.
    public let shares: [Share]
    /// π_k.
    public let share: HierarchicalNormal.Moments
  }

  /// The kinds that an ally pays in, in the order of ``Instrument``.
  public let kinds: [Kind]
  /// π.
  public let center: HierarchicalNormal.Moments
  /// s.
  public let stepDeviation: Double

  /// The fit.
  ///
  /// - Parameters:
  ///   - evidence: the record, cut at the date of knowledge (``Evidence/agreed(by:)``).
  ///   - date: the date; an opening ask that was public later is not seen.
  ///   - prior: what no fit gives.
  /// - Throws: ``NegotiationError`` for fewer than two steps or no share on record.
  public init(_ evidence: Evidence, asOf date: PartialDate, prior: Prior = Prior()) throws(NegotiationError) {
    let known = evidence.agreed(by: date)
    let steps = known.rounds(for: .step).compactMap(\.step)
    guard steps.count >= 2 else {
      throw .tooFewRounds(fit: "pass-through", found: steps.count, needed: 2)
    }
    let mean = steps.reduce(0, +) / Double(steps.count)
    let squares = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(steps.count - 1)).squareRoot()
    stepDeviation = deviation

    var shares: [Instrument: [Share]] = [:]
    for round in known.rounds(for: .passThrough) {
      guard let base = round.base, let settlement = round.settlement,
        let ask = round.openingAsk(asOf: date)?.amount, ask != base
      else { continue }
      let own = deviation * base / (ask - base)
      let error = (own * own + prior.withinKind * prior.withinKind).squareRoot()
      shares[round.instrument, default: []].append(
        Share(round: round.identifier, value: (settlement - base) / (ask - base), standardError: error))
    }
    let instruments = Instrument.allCases.filter { shares[$0] != nil }
    var groups: [HierarchicalNormal.Group] = []
    for instrument in instruments {
      var precision = 0.0
      var weighted = 0.0
      for share in shares[instrument] ?? [] {
        let weight = 1 / (share.standardError * share.standardError)
        precision += weight
        weighted += weight * share.value
      }
      groups.append(
        try HierarchicalNormal.Group(
          estimate: weighted / precision, standardError: (1 / precision).squareRoot()))
    }
    guard !groups.isEmpty else { throw .tooFewRounds(fit: "pass-through", found: 0, needed: 1) }
    let pooled = try HierarchicalNormal(
      groups: groups, spread: .known(prior.betweenKinds), center: prior.center)
    center = pooled.mean
    var kinds: [Kind] = []
    for instrument in Instrument.allCases where instrument != .baseRent {
      let place = instruments.firstIndex(of: instrument)
      kinds.append(
        Kind(
          instrument: instrument, shares: shares[instrument] ?? [],
          share: place.map { pooled.groups[$0] } ?? pooled.newGroup))
    }
    self.kinds = kinds
  }
}

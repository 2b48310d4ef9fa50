internal import LinearAlgebra
import Probability
public import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One condition that the settlement model has to meet, with what was measured.
public struct ReplayCheck: Sendable, Equatable {
  /// What is measured.
  public let name: String
  /// What was measured.
  public let value: Double
  /// The least value that passes, if there is one.
  public let atLeast: Double?
  /// The largest value that passes, if there is one.
  public let atMost: Double?

  /// Whether the value lies inside the bar.
  public var isPassed: Bool {
    if let atLeast, !(value >= atLeast) { return false }
    if let atMost, !(value <= atMost) { return false }
    return true
  }
}

extension ReplaySummary {
  /// The conditions on the replayed rounds: the score at least 10 % below that of no change with the past spread and not
  /// above that of drift, 80 to 100 % of outcomes in the 90 % intervals, and without an ally's own rounds no worse than no
  /// change with the past spread; with the asks known then, and without.
  ///
  /// - Returns: one check for each; a condition without a round is left out.
  public func checks() -> [ReplayCheck] {
    var checks: [ReplayCheck] = []
    func add(_ name: String, _ value: Double?, atLeast: Double? = nil, atMost: Double? = nil) {
      guard let value else { return }
      checks.append(ReplayCheck(name: name, value: value, atLeast: atLeast, atMost: atMost))
    }
    for sight in ReplayedRound.Sight.allCases {
      let seen = "\(sight.rawValue)-ask"
      add("skill-on-no-change-spread-\(seen)", comparison(with: .noChangeSpread, sight)?.skill, atLeast: 0.1)
      add("skill-on-drift-\(seen)", comparison(with: .drift, sight)?.skill, atLeast: 0)
      let nine = coverages.first { $0.sight == sight && $0.level == 0.9 }
      add("coverage-90-\(seen)", nine?.coverage.rate, atLeast: 0.8, atMost: 1)
    }
    add("skill-without-own-rounds", withoutOwnRounds?.skill, atLeast: 0)
    return checks
  }
}

extension WithinTermGrowth {
  /// The conditions on the prior of growth: what the amount grows to is moved by less than 2 % when the weight or the
  /// deviation of the prior is halved or doubled.
  ///
  /// - Parameters:
  ///   - discount: how much a year counts against the year after it.
  ///   - years: over how many years it grows.
  /// - Returns: two checks.
  /// - Throws: ``NegotiationError``.
  public func priorChecks(discount: Double, over years: Int) throws(NegotiationError) -> [ReplayCheck] {
    let (mean, weight) = (regression.prior.mean[0], 1 / regression.prior.scale.elements[0])
    let deviation = regression.prior.rate.squareRoot()
    let center = try discounted(discount).mean
    var checks: [ReplayCheck] = []
    for (factor, word) in [(0.5, "halved"), (2.0, "doubled")] {
      var largest = 0.0
      for (weight, deviation) in [(weight * factor, deviation), (weight, deviation * factor)] {
        let prior = try Self.prior(mean: mean, years: weight, deviation: deviation)
        let moved = try under(prior).discounted(discount).mean
        largest = max(largest, abs(expm1(Double(years) * (moved - center))))
      }
      checks.append(
        ReplayCheck(name: "growth-moved-by-a-scale-\(word)", value: largest, atLeast: nil, atMost: 0.02))
    }
    return checks
  }
}

extension ReplayPlan {
  /// The conditions on the prior under each posture: 99 % of steps within 60 % of the year before before any data, and the
  /// median of the next round of an ally moved by less than 2 % when prior scales are halved or doubled, one at a time and all
  /// together.
  ///
  /// - Parameters:
  ///   - ally: the ally of the next round.
  ///   - base: its last amount.
  ///   - date: what was known then is seen, and the priors are those of then.
  /// - Returns: the checks.
  /// - Throws: ``ProjectionError``.
  public func priorChecks(
    ally: String, base: Double, asOf date: PartialDate
  ) throws(ProjectionError) -> [ReplayCheck] {
    let model = try settlementModel(on: date)
    do { return try priorChecks(model, ally: ally, base: base, asOf: date) } catch {
      throw .negotiation(error)
    }
  }

  private func priorChecks(
    _ model: SettlementModel, ally: String, base: Double, asOf date: PartialDate
  ) throws(NegotiationError) -> [ReplayCheck] {
    var checks: [ReplayCheck] = []
    let prior = try model.beforeAnyRound(ally: ally, asOf: date)
    for posture in Posture.allCases {
      let predictive = try prior.predictive(base: base, posture: posture)
      let inside = predictive.cumulative(at: log(1.6)) - predictive.cumulative(at: log(0.4))
      checks.append(
        ReplayCheck(
          name: "prior-steps-within-60-percent-\(posture.rawValue)", value: inside, atLeast: 0.99, atMost: nil
        ))
    }
    let center = try medians(model.prior, ally: ally, base: base, asOf: date)
    func moves(_ prior: SettlementPrior) throws(NegotiationError) -> [Double] {
      let moved = try medians(prior, ally: ally, base: base, asOf: date)
      return zip(moved, center).map { abs($0 / $1 - 1) }
    }
    for factor in [0.5, 2.0] {
      var largest = [Double](repeating: 0, count: center.count)
      for scale in SettlementPrior.scales {
        var changed = model.prior
        changed[keyPath: scale] *= factor
        largest = zip(largest, try moves(changed)).map { max($0, $1) }
      }
      let all = try moves(model.prior.scaled(by: factor))
      let word = factor < 1 ? "halved" : "doubled"
      for (place, posture) in Posture.allCases.enumerated() {
        for (scales, value) in [("a-scale", largest[place]), ("all-scales", all[place])] {
          let name = "median-moved-by-\(scales)-\(word)-\(posture.rawValue)"
          checks.append(ReplayCheck(name: name, value: value, atLeast: nil, atMost: 0.02))
        }
      }
    }
    return checks
  }

  /// The median of the settlement under each posture.
  private func medians(
    _ prior: SettlementPrior, ally: String, base: Double, asOf date: PartialDate
  ) throws(NegotiationError) -> [Double] {
    let posterior = try SettlementModel(prior: prior).fit(evidence, ally: ally, asOf: date)
    var medians: [Double] = []
    for posture in Posture.allCases {
      medians.append(exp(try posterior.predictive(base: base, posture: posture).quantile(0.5)))
    }
    return medians
  }
}

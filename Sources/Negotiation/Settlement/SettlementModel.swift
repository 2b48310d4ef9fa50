public import Series

/// The ally-level Bayesian model of where a negotiation settles.
///
/// y_ir = ln(S/L) = mu_i + beta ln(A/L) + rho (y_other - mu_other) + eps, eps ~ t_5(0, s_i); mu_i ~ N(m, tau^2). S is the
/// settlement of the first year, L the amount of the year before, A the opening ask, y_other the last step of another ally
/// within 24 months. Allies are pooled partially through m and tau; each has its own spread. An ask that was not reported is
/// integrated over the posture's distribution, a reported one over its error, neither is put at its mean. Where the host's
/// offer O is public, y = ln(O/L) + d + eps', eps' ~ t_5(0, 0.05), is mixed in with weight 1/2.
///
/// The posterior is made by ``SettlementPosterior/effectiveSampleSize``-checked quasi-Monte-Carlo importance sampling, so the
/// same rounds give the same numbers.
///
/// Edge Cases:
///
/// - An ally without a round is drawn from the population: mu ~ N(m, tau^2), ln s from its prior.
/// - The model's predictive has Student tails in y; steps are bounded at ``SettlementPrior/largestStep``.
///
/// Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, chapters 5 and 17.
public struct SettlementModel: Sendable, Hashable {
  static let fitName = "settlement model"
  /// The fewest agreed rounds, of any ally, that are fitted.
  public static let minimumRounds = 5

  /// What is assumed before the data.
  public let prior: SettlementPrior

  /// The model with a prior.
  ///
  /// - Parameter prior: what is assumed before the data.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(prior: SettlementPrior = SettlementPrior()) throws(NegotiationError) {
    try prior.validate()
    self.prior = prior
  }

  /// Fits the rounds that have `step` among their uses and were agreed by a date, with what was public then.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - ally: the ally to be forecast, ISO 3166-1 alpha-3; it may have no round.
  ///   - date: what was known then is seen, and precedents are counted from it.
  /// - Returns: the posterior.
  /// - Throws: ``NegotiationError/tooFewRounds(fit:found:needed:)`` or ``NegotiationError/noConvergence(fit:reason:)``.
  public func fit(
    _ evidence: Evidence, ally: String, asOf date: PartialDate
  ) throws(NegotiationError) -> SettlementPosterior {
    let known = evidence.agreed(by: date)
    let count = known.rounds(for: .step).count
    guard count >= Self.minimumRounds else {
      throw .tooFewRounds(fit: Self.fitName, found: count, needed: Self.minimumRounds)
    }
    return try SettlementPosterior(prior, known, ally: ally, date: date)
  }

  /// The model before any round, for checks of what the prior says.
  ///
  /// - Parameters:
  ///   - ally: a name for the ally.
  ///   - date: any date.
  /// - Returns: prior draws in the form of a posterior.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)``.
  public func beforeAnyRound(
    ally: String, asOf date: PartialDate
  ) throws(NegotiationError) -> SettlementPosterior {
    try SettlementPosterior(prior, try Evidence([]), ally: ally, date: date)
  }
}

public import Series

/// The Bayesian model of the month in which a negotiation ends.
///
/// logit h_t = a0 + a1 [month of the draft budget] + a2 [last two months before expiry] + a3 [demanding posture]
/// + a4 max(0, ln(A_t/O_t) - 0.2), h_t the probability that talks open in month t agree in it; normal priors.
/// Fitted month by month on the rounds with `timing` among their uses; rounds still open on the date count as such.
///
/// Edge Cases:
///
/// - Without a round the posterior is the prior.
///
/// Source: Singer & Willett (1993), Journal of Educational Statistics 18, 155-195, for discrete-time hazards.
public struct TimingModel: Sendable, Hashable {
  static let fitName = "timing model"
  static let coefficientNames = ["base", "budget-month", "last-months", "demanding", "gap"]

  /// What is assumed before the data.
  public let prior: TimingPrior

  /// The model with a prior.
  ///
  /// - Parameter prior: what is assumed before the data.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(prior: TimingPrior = TimingPrior()) throws(NegotiationError) {
    try prior.validate()
    self.prior = prior
  }

  /// Fits the months of talks that were over on a date.
  ///
  /// - Parameters:
  ///   - evidence: the record, rounds that are still open included.
  ///   - date: what was known then is seen.
  /// - Returns: the posterior.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)``.
  public func fit(_ evidence: Evidence, asOf date: PartialDate) throws(NegotiationError) -> TimingPosterior {
    try TimingPosterior(prior, TimingRecord(evidence, asOf: date, freeGap: prior.freeGap), date: date)
  }
}

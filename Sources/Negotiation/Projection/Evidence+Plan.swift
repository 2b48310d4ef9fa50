public import Series

extension Evidence {
  /// Whether a plan's round is one of its ally that was open on a date.
  ///
  /// - Parameters:
  ///   - plan: the agreement.
  ///   - date: the scenario's.
  /// - Throws: ``NegotiationError/unknownRound(_:nearest:)``, or ``NegotiationError/roundNotOpen(_:reason:)``.
  public func requireOpen(_ plan: AgreementPlan, on date: PartialDate) throws(NegotiationError) {
    let round = try round(plan.round)
    guard round.ally == plan.ally.rawValue else {
      throw .roundNotOpen(
        plan.round, reason: "it is a round of \(round.ally), and the scenario is about \(plan.ally.rawValue)")
    }
    if let agreed = round.agreed, agreed <= date {
      throw .roundNotOpen(plan.round, reason: "it was agreed on \(agreed), before the as-of date \(date)")
    }
  }
  /// Whether the result of a plan's round is still to come, by all that is on record today.
  ///
  /// - Parameter plan: the agreement.
  /// - Throws: ``NegotiationError/unknownRound(_:nearest:)``, or ``NegotiationError/roundSettled(_:agreed:)``.
  public func requireUnsettled(_ plan: AgreementPlan) throws(NegotiationError) {
    let round = try round(plan.round)
    guard round.settlement == nil, round.agreed == nil else {
      throw .roundSettled(plan.round, agreed: round.agreed?.description ?? "")
    }
  }
}

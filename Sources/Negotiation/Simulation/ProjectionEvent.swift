/// What may happen on the way to an agreement, each with a probability in the table of events.
public enum ProjectionEvent: String, Sendable, Hashable, CaseIterable {
  /// The amount is agreed by the month in which the budget is decided.
  case agreedByBudget = "agreed_by_budget"
  /// The amount is agreed before the running agreement ends.
  case agreedByExpiry = "agreed_by_expiry"
  /// The next agreement is in force when the running one ends.
  case inForceByExpiry = "in_force_by_expiry"
  /// The running agreement is extended by a year.
  case stopgap
  /// Neither an agreement nor an extension when the running agreement ends; with ``inForceByExpiry`` and ``stopgap`` it
  /// makes one.
  case lapse
  /// Neither an agreement nor another extension when the year of a stopgap ends.
  case lapseAfterStopgap = "lapse_after_stopgap"
  /// A lapse of either kind of three months or more.
  case longLapse = "lapse_3_months"
  /// Local employees are sent home without pay.
  case furlough
  /// What the ally can pay reaches what the United States would accept.
  case zoneOfAgreement = "zone_of_agreement"
  /// The ally's ceiling cuts the settlement.
  case ceilingBinds = "ceiling_binds"
  /// The posture differs when the amount is agreed.
  case postureChanged = "posture_changed_before_agreement"
  /// The amount of the first year is above that of the year before by a tenth or more.
  case riseOfTenPercent = "rise_of_10_percent"
  /// The settlement reaches the ask.
  case askMet = "ask_met"
  /// A withdrawal of forces within five years.
  case withdrawal = "withdrawal_within_5_years"

  /// The bit of the event in a mask.
  var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
}

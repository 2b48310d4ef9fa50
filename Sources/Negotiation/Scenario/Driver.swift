/// A condition that is said to move negotiations, with the direction in which a higher value is assumed to move the
/// settlement; no settled round identifies its size.
public enum Driver: String, Sendable, Hashable, CaseIterable {
  /// How threatened the host is.
  case hostThreat = "host-threat"
  /// What the host's public thinks of US forces.
  case hostOpinion = "host-opinion"
  /// Crimes and accidents of US forces.
  case incidents
  /// Plans to reduce US forces.
  case troopPlans = "troop-plans"
  /// Pressure on the budget of the United States.
  case usBudgetStress = "us-budget-stress"
  /// Resistance of Congress against withdrawals.
  case congressionalResistance = "congressional-resistance"

  /// 1 where a higher value is assumed to raise the settlement, -1 where it is assumed to lower it.
  public var sign: Double {
    switch self {
    case .hostThreat, .hostOpinion, .usBudgetStress: 1
    case .incidents, .troopPlans, .congressionalResistance: -1
    }
  }

  /// Why that sign.
  public var rule: String {
    switch self {
    case .hostThreat: "who is threatened pays more to keep the forces"
    case .hostOpinion: "support at home makes paying easier"
    case .incidents: "anger at home makes paying harder"
    case .troopPlans: "fewer forces cost less: Korea paid less in 2005 after the cut of 2004"
    case .usBudgetStress: "tight money asks harder: the asks of 1990 and 2015"
    case .congressionalResistance: "a threat that Congress would stop is worth less"
    }
  }
}

/// The assumptions that an agreement's simulation draws, in the order of their random numbers.
enum AgreementKey: Int, CaseIterable {
  case stayMonths, change, transactional, demanding
  case statusQuoAsk, askNoise, markup, mixCostPlus, mixStatusQuo, exchangeRate
  case offerScale, offerWeight
  case stopgap, stopgapOtherwise, stopgapStep
  case furlough, furloughAfter, furloughHazard, beforeElection, afterElection, approval
  case ceilingWeight, noDealCost, minoritySpread, threatWeight, withdrawalRate, tariff
  case creditArms, creditRequirements, creditInvestment, creditRatio, substitution
  case precedentWeight, growthShift, driverStep, driverHazard
  case spatialWeight, tariffHazard
  case approvalMonths, lateApproval, transitionMonths, patience, handoverWindow, freeGap, minorityStanding

  /// The switch in the catalogue; approval has one for each state of the host's parliament.
  func name(_ host: HostState) -> String {
    switch self {
    case .stayMonths: "posture.stay_months"
    case .change: "posture.change_at_inauguration"
    case .transactional: "posture.share_transactional"
    case .demanding: "posture.share_demanding"
    case .statusQuoAsk: "ask.status_quo"
    case .askNoise: "ask.noise"
    case .markup: "ask.markup"
    case .mixCostPlus: "ask.mix_cost_plus"
    case .mixStatusQuo: "ask.mix_status_quo"
    case .exchangeRate: "fx.sd"
    case .offerScale: "offer.scale"
    case .offerWeight: "offer.weight"
    case .stopgap: "stopgap.probability"
    case .stopgapOtherwise: "stopgap.probability_otherwise"
    case .stopgapStep: "stopgap.step"
    case .furlough: "furlough.probability"
    case .furloughAfter: "furlough.after_months"
    case .furloughHazard: "furlough.hazard"
    case .beforeElection: "election.before"
    case .afterElection: "election.after"
    case .approval:
      host.isMinority
        ? "ratification.minority"
        : host.hasHostileUpperHouse ? "ratification.hostile_upper_house" : "ratification.in_time"
    case .ceilingWeight: "ceiling.weight"
    case .noDealCost: "ceiling.no_deal_cost"
    case .minoritySpread: "minority.spread"
    case .threatWeight: "withdrawal.threat_weight"
    case .withdrawalRate: "withdrawal.rate"
    case .tariff: "linkage.tariff"
    case .tariffHazard: "linkage.tariff_hazard"
    case .creditArms: "credit.fms"
    case .creditRequirements: "credit.ptrl"
    case .creditInvestment: "credit.investment"
    case .creditRatio: "credit.gdp_ratio"
    case .substitution: "linkage.substitution"
    case .precedentWeight: "precedent.weight"
    case .growthShift: "growth.shift"
    case .driverStep: "driver.slope_step"
    case .driverHazard: "driver.slope_hazard"
    case .spatialWeight: AssumptionCatalog.spatialWeight
    case .approvalMonths: "ratification.months"
    case .lateApproval: "ratification.late_months"
    case .transitionMonths: "stopgap.transition_months"
    case .patience: "talks.followed_months"
    case .handoverWindow: "election.window_months"
    case .freeGap: "talks.free_gap"
    case .minorityStanding: "minority.standing"
    }
  }

  /// The credit of a side payment.
  init(creditOf kind: SidePayment.Kind) {
    switch kind {
    case .armsPurchases: self = .creditArms
    case .requirementsList: self = .creditRequirements
    case .investment: self = .creditInvestment
    case .defenseRatio: self = .creditRatio
    }
  }
}

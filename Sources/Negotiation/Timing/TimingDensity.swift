/// The posterior density of a timing model's coefficients, each a standard normal parameter a priori.
struct TimingDensity: PosteriorDensity {
  private let prior: [TimingPrior.Coefficient]
  private let groups: [TimingRecord.Group]

  init(_ record: TimingRecord, prior: TimingPrior) {
    self.prior = prior.coefficients
    groups = record.groups
  }

  var dimension: Int { prior.count }

  func logDensity(at point: [Double]) -> Double {
    var total = 0.0
    for parameter in point { total -= 0.5 * parameter * parameter }
    for group in groups {
      var logit = coefficient(0, point) + coefficient(4, point) * group.gap
      if group.isBudgetMonth { logit += coefficient(1, point) }
      if group.isLastMonth { logit += coefficient(2, point) }
      if group.isDemanding { logit += coefficient(3, point) }
      // k ln h + (n - k) ln (1 - h) = k x - n ln(1 + e^x)
      total += Double(group.agreements) * logit - Double(group.months) * softPlus(logit)
    }
    return total.isFinite ? total : -.infinity
  }

  func coefficient(_ index: Int, _ point: [Double]) -> Double {
    prior[index].mean + prior[index].standardDeviation * point[index]
  }
}

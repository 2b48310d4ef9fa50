/// One point of the posterior of a timing model; all points weigh the same.
///
/// logit h = base + budgetMonth [December] + lastMonths [last two months before expiry] + demanding [demanding posture]
/// + gap max(0, ln(A/O) - 0.2), h the probability that talks still open at a month's start agree within it.
public struct TimingDraw: Sendable, Hashable {
  /// The logit of an ordinary month's hazard, a0.
  public let base: Double
  /// What the month of the draft budget adds, a1.
  public let budgetMonth: Double
  /// What each of the last two months before expiry adds, a2.
  public let lastMonths: Double
  /// What a demanding posture adds, a3.
  public let demanding: Double
  /// What a unit of the gap between ask and offer adds, a4.
  public let gap: Double

  /// A point of the posterior.
  ///
  /// - Parameters:
  ///   - base: a0.
  ///   - budgetMonth: a1.
  ///   - lastMonths: a2.
  ///   - demanding: a3.
  ///   - gap: a4.
  public init(base: Double, budgetMonth: Double, lastMonths: Double, demanding: Double, gap: Double) {
    self.base = base
    self.budgetMonth = budgetMonth
    self.lastMonths = lastMonths
    self.demanding = demanding
    self.gap = gap
  }

  /// The probability that talks agree within a month in which they are open.
  ///
  /// - Parameters:
  ///   - isBudgetMonth: whether it is the month of the draft budget.
  ///   - isLastMonth: whether it is one of the last two before expiry.
  ///   - isDemanding: whether the posture is demanding.
  ///   - openGap: max(0, ln(A/O) - 0.2), zero where ask or offer is not public.
  /// - Returns: a probability.
  public func hazard(isBudgetMonth: Bool, isLastMonth: Bool, isDemanding: Bool, openGap: Double) -> Double {
    var logit = base + gap * openGap
    if isBudgetMonth { logit += budgetMonth }
    if isLastMonth { logit += lastMonths }
    if isDemanding { logit += demanding }
    return logistic(logit)
  }
}

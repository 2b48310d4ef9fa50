/// What is assumed of the month of agreement before any round is seen: a mean and a standard deviation for each coefficient.
///
/// At the means, talks that begin in July agree by December with probability 0.81 and by an expiry in March with 0.90; under
/// a demanding posture with 0.47 and 0.57. A standard deviation of zero pins a coefficient.
public struct TimingPrior: Sendable, Hashable {
  /// The logit of an ordinary month's hazard, a0: the mean.
  public var baseMean = -2.0
  /// Its standard deviation.
  public var baseDeviation = 0.5
  /// What the month of the draft budget adds, a1: the mean.
  public var budgetMonthMean = 2.6
  /// Its standard deviation.
  public var budgetMonthDeviation = 0.6
  /// What each of the last two months before expiry adds, a2: the mean.
  public var lastMonthsMean = 0.8
  /// Its standard deviation.
  public var lastMonthsDeviation = 0.5
  /// What a demanding posture adds, a3: the mean.
  public var demandingMean = -1.2
  /// Its standard deviation.
  public var demandingDeviation = 0.6
  /// What a unit of the gap between ask and offer adds, a4: the mean.
  public var gapMean = -0.3
  /// Its standard deviation.
  public var gapDeviation = 0.3

  /// The defaults.
  public init() {}

  /// Checks every number.
  ///
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)`` for the first that means nothing.
  public func validate() throws(NegotiationError) {
    for (name, coefficient) in zip(TimingModel.coefficientNames, coefficients) {
      try SettlementPrior.check("\(name): mean", coefficient.mean, in: -20...20)
      try SettlementPrior.check("\(name): deviation", coefficient.deviation, in: 0...10)
    }
  }

  /// The coefficients in the order a0 to a4.
  var coefficients: [(mean: Double, deviation: Double)] {
    [
      (baseMean, baseDeviation), (budgetMonthMean, budgetMonthDeviation),
      (lastMonthsMean, lastMonthsDeviation), (demandingMean, demandingDeviation), (gapMean, gapDeviation),
    ]
  }

  /// The prior's means as a draw.
  public var center: TimingDraw {
    TimingDraw(
      base: baseMean, budgetMonth: budgetMonthMean, lastMonths: lastMonthsMean, demanding: demandingMean,
      gap: gapMean)
  }
}

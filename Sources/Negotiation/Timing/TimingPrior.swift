/// What is assumed of the month of agreement before any round is seen: a mean and a standard deviation for each coefficient.
///
/// The defaults are the catalogue's as it stands today, and a replay takes those of its date. At the means, talks that begin in July agree by December with probability 0.81 and by an expiry in March with 0.90; under
/// a demanding posture with 0.47 and 0.57. A standard deviation of zero pins a coefficient.
public struct TimingPrior: Sendable, Hashable {
  /// A normal prior.
  public struct Coefficient: Sendable, Hashable {
    /// The mean.
    public var mean: Double
    /// The standard deviation; zero pins the coefficient.
    public var standardDeviation: Double

    /// A normal prior.
    ///
    /// - Parameters:
    ///   - mean: the mean.
    ///   - standardDeviation: not negative.
    public init(mean: Double, standardDeviation: Double) {
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
  }

  /// The logit of an ordinary month's hazard, a0.
  public var base = Coefficient(mean: -2.0, standardDeviation: 0.5)
  /// What the month of the draft budget adds, a1.
  public var budgetMonth = Coefficient(mean: 2.6, standardDeviation: 0.6)
  /// What each of the last two months before expiry adds, a2.
  public var lastMonths = Coefficient(mean: 0.8, standardDeviation: 0.5)
  /// What a demanding posture adds, a3.
  public var demanding = Coefficient(mean: -1.2, standardDeviation: 0.6)
  /// What a unit of the gap between ask and offer adds, a4.
  public var gap = Coefficient(mean: -0.3, standardDeviation: 0.3)

  /// How far ln(A/O) may lie apart without costing time: the gap of a4 is what is beyond it.
  public var freeGap = TimingPrior.usualFreeGap

  /// The distance of ask and offer that quiet rounds have.
  static let usualFreeGap = 0.2

  /// The defaults.
  public init() {}

  /// Checks every number.
  ///
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)`` for the first that means nothing.
  public func validate() throws(NegotiationError) {
    try SettlementPrior.check("free gap", freeGap, in: 0...10)
    for (name, coefficient) in zip(TimingModel.coefficientNames, coefficients) {
      try SettlementPrior.check("\(name): mean", coefficient.mean, in: -20...20)
      try SettlementPrior.check("\(name): standard deviation", coefficient.standardDeviation, in: 0...10)
    }
  }

  /// The coefficients in the order a0 to a4.
  var coefficients: [Coefficient] { [base, budgetMonth, lastMonths, demanding, gap] }

  /// The prior's means as a draw.
  public var center: TimingDraw {
    TimingDraw(
      base: base.mean, budgetMonth: budgetMonth.mean, lastMonths: lastMonths.mean,
      demanding: demanding.mean, gap: gap.mean)
  }
}

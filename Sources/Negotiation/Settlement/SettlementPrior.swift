/// What is assumed of settlements before any round is seen: every number of the model that data do not fix alone.
///
/// The defaults are the catalogue's as it stands today, and a replay takes those of its date: the mean step is growth like inflation; 0.04 is a quarter of the growth
/// before 1992; the ask response is centred at 0.05 because a doubling ask, 69 log points, moved Korea by 3 to 8 points;
/// five degrees of freedom because of 1998-99 and 2005. A standard deviation of zero pins its coefficient at its mean.
public struct SettlementPrior: Sendable, Hashable {
  /// The mean of m, the mean step over allies, in log units.
  public var stepMean = 0.02
  /// The standard deviation of m.
  public var stepMeanDeviation = 0.04
  /// The scale of the half normal prior of tau, the deviation of allies' mean steps about m.
  public var levelDeviationScale = 0.05
  /// The median of s, the scale of an ally's errors, in log units.
  public var spreadMedian = 0.05
  /// The standard deviation of ln s.
  public var logSpreadDeviation = 0.6
  /// The mean of beta, the share of ln(A/L) that passes into the step.
  public var askResponseMean = 0.05
  /// The standard deviation of beta.
  public var askResponseDeviation = 0.04
  /// The standard deviation of rho, the share of the other ally's surprise that passes into the step; its mean is zero.
  public var spilloverDeviation = 0.15
  /// The degrees of freedom of the errors; above 2, 1e6 for normal ones.
  public var degreesOfFreedom = 5.0
  /// The standard deviation of e where the reported ask is the true ask times exp(e).
  public var askNoise = 0.3
  /// The mean of d, by how much settlements exceed offers, in log units.
  public var offerOffsetMean = 0.01
  /// The standard deviation of d.
  public var offerOffsetDeviation = 0.03
  /// The scale of the errors about an offer, in log units.
  public var offerScale = 0.05
  /// The weight of the offer's line where an offer is public; not learned, for fewer than ten rounds have offers.
  public var offerWeight = 0.5
  /// The largest step that is thought possible, either way, in log units: ln 4.
  ///
  /// Predictive steps beyond it are moved to it. Without a bound the mean of e^y does not exist, for y has Student tails.
  public var largestStep = 1.3862943611198906
  /// For how many months a step of another ally counts as a precedent.
  public var precedentMonths = 24
  /// How large asks are, by posture.
  public var asks = AskPrior()

  /// The defaults.
  public init() {}

  /// Checks every number.
  ///
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)`` for the first that means nothing.
  public func validate() throws(NegotiationError) {
    let upper = 10.0
    try Self.check("step mean", stepMean, in: -1...1)
    try Self.check("step mean deviation", stepMeanDeviation, in: 0...upper)
    try Self.check("level deviation scale", levelDeviationScale, in: 0...upper)
    try Self.check("spread median", spreadMedian, in: 1e-4...upper)
    try Self.check("log spread deviation", logSpreadDeviation, in: 0...3)
    try Self.check("ask response mean", askResponseMean, in: -1...1)
    try Self.check("ask response deviation", askResponseDeviation, in: 0...upper)
    try Self.check("spillover deviation", spilloverDeviation, in: 0...upper)
    try Self.check("degrees of freedom", degreesOfFreedom, in: 2.1...1e6)
    if askNoise != 0 { try Self.check("ask noise", askNoise, in: 0.05...3) }
    try Self.check("offer offset mean", offerOffsetMean, in: -1...1)
    try Self.check("offer offset deviation", offerOffsetDeviation, in: 0...upper)
    try Self.check("offer scale", offerScale, in: 1e-4...upper)
    try Self.check("offer weight", offerWeight, in: 0...1)
    try Self.check("largest step", largestStep, in: 0.1...5)
    try Self.check("precedent months", Double(precedentMonths), in: 0...1200)
    try asks.validate()
  }

  static func check(_ what: String, _ value: Double, in range: ClosedRange<Double>) throws(NegotiationError) {
    guard range.contains(value) else {
      throw .outOfRange(what: what, value: value, expected: "\(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// The standard deviations and scales of coefficients, which a check halves and doubles.
  static var scales: [any WritableKeyPath<SettlementPrior, Double> & Sendable] {
    [
      \.stepMeanDeviation, \.levelDeviationScale, \.logSpreadDeviation, \.askResponseDeviation,
      \.spilloverDeviation, \.offerOffsetDeviation,
    ]
  }

  /// The prior with all standard deviations and scales of coefficients times a factor.
  ///
  /// - Parameter factor: above zero.
  /// - Returns: the wider or narrower prior.
  public func scaled(by factor: Double) -> SettlementPrior {
    var other = self
    for scale in Self.scales { other[keyPath: scale] *= factor }
    return other
  }
}

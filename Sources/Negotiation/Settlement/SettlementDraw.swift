/// One point of the posterior of a settlement model, for one ally; all points weigh the same.
///
/// The step is y = level + askResponse x ln(A/L) + spillover x (last step of the other ally - otherLevel) + spread x t, t a
/// Student t with the prior's degrees of freedom; where the host's offer O is public, the other line is
/// y = ln(O/L) + offerOffset + offer scale x t.
public struct SettlementDraw: Sendable, Hashable {
  /// The ally's mean step without an ask, mu, in log units.
  public let level: Double
  /// The scale of the ally's errors, s, in log units.
  public let spread: Double
  /// The share of ln(A/L) that passes into the step, beta.
  public let askResponse: Double
  /// The share of the other ally's surprise that passes into the step, rho.
  public let spillover: Double
  /// The other ally's mean step; where no other ally has a round, the mean over allies, m.
  public let otherLevel: Double
  /// By how much settlements exceed the host's offer, d, in log units.
  public let offerOffset: Double

  /// A point of the posterior.
  ///
  /// - Parameters:
  ///   - level: mu.
  ///   - spread: s.
  ///   - askResponse: beta.
  ///   - spillover: rho.
  ///   - otherLevel: mu of the other ally.
  ///   - offerOffset: d.
  public init(
    level: Double, spread: Double, askResponse: Double, spillover: Double, otherLevel: Double,
    offerOffset: Double
  ) {
    self.level = level
    self.spread = spread
    self.askResponse = askResponse
    self.spillover = spillover
    self.otherLevel = otherLevel
    self.offerOffset = offerOffset
  }
}

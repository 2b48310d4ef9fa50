/// What is known of one coefficient before and after the data.
public struct CoefficientSummary: Sendable, Hashable {
  /// A distribution in five numbers.
  public struct Spread: Sendable, Hashable {
    /// The mean.
    public let mean: Double
    /// The standard deviation.
    public let standardDeviation: Double
    /// The point below which 5 % lie.
    public let lower: Double
    /// The median.
    public let median: Double
    /// The point below which 95 % lie.
    public let upper: Double
  }

  /// The coefficient's name: `ask-response`, `level JPN`.
  public let name: String
  /// Before the data.
  public let prior: Spread
  /// After the data.
  public let posterior: Spread
  /// How many rounds speak of the coefficient.
  public let rounds: Int

  /// Whether prior and posterior coincide.
  ///
  /// The standard deviation keeps more than 95 % of its size and the mean moves by less than a tenth of it. A coefficient
  /// that the prior pins says so too.
  public var dataSayNothing: Bool {
    let before = prior.standardDeviation
    guard before > 0 else { return true }
    return posterior.standardDeviation > 0.95 * before
      && (posterior.mean - prior.mean).magnitude < 0.1 * before
  }
}

/// Probabilities of an event in each period, given that none has come before.
public struct DiscreteHazard: Sendable, Equatable {
  /// What holds in a period.
  public struct Period: Sendable, Equatable {
    /// The probability of the event, given none before.
    public let hazard: Double
    /// The probability that the event comes in this period.
    public let probability: Double
    /// The probability that none has come by its end.
    public let survival: Double
  }

  /// The periods in order.
  public let periods: [Period]

  /// A hazard for each period.
  ///
  /// - Parameter hazards: from 0 to 1.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(_ hazards: [Double]) throws(NegotiationError) {
    var survival = 1.0
    var periods: [Period] = []
    for hazard in hazards {
      guard (0...1).contains(hazard) else {
        throw .outOfRange(what: "hazard of a period", value: hazard, expected: "0 to 1")
      }
      let probability = survival * hazard
      survival -= probability
      periods.append(Period(hazard: hazard, probability: probability, survival: survival))
    }
    self.periods = periods
  }

  /// The probability that the event comes within so many periods.
  ///
  /// - Parameter count: zero or below gives 0; more than there are counts them all.
  /// - Returns: the probability.
  public func probability(within count: Int) -> Double {
    periods.prefix(max(0, count)).reduce(0) { $0 + $1.probability }
  }
}

/// Probabilities that were given to events, and whether each happened.
public struct EventForecasts: Sendable, Hashable {
  /// One from 0 to 1 for each event.
  public let probabilities: [Double]
  /// Whether the event happened.
  public let outcomes: [Bool]

  /// Forecasts with their outcomes.
  ///
  /// - Parameters:
  ///   - probabilities: at least one, from 0 to 1.
  ///   - outcomes: one for each probability.
  /// - Throws: `tooFew`, `lengthMismatch`, `notFinite` or `outsideUnitInterval`.
  public init(probabilities: [Double], outcomes: [Bool]) throws(ProbabilityError) {
    try ProbabilityError.requireCount(of: probabilities, .probabilities, atLeast: 1)
    try ProbabilityError.requireSameCount(outcomes, .outcomes, as: probabilities.count)
    for (index, probability) in probabilities.enumerated() {
      try ProbabilityError.requireProbability(probability, .probabilities, at: index)
    }
    self.probabilities = probabilities
    self.outcomes = outcomes
  }

  /// The share of the events that happened.
  public var baseRate: Double {
    Double(outcomes.count { $0 }) / Double(outcomes.count)
  }
}

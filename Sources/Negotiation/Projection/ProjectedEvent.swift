/// What a projection says of one event.
public struct ProjectedEvent: Sendable, Equatable {
  /// The event's name.
  public let name: String
  /// The share of the draws in which it happens.
  public let probability: Double
  /// The standard error √(p(1-p)/n) of the simulation.
  ///
  /// It is what the number of draws leaves open, and nothing else: what the record leaves open is in the draws.
  public let standardError: Double
  /// Whether it was decided by the date of the projection, so that nothing was drawn.
  public let isFact: Bool
  /// The 5 and 95 % points of the probability over what is not known of the inputs; `nil` where it was not asked for.
  ///
  /// See ``AgreementProjection/eventIntervals(seed:workers:)``.
  public let interval: ClosedRange<Double>?

  /// The event.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - count: in how many draws it happened.
  ///   - draws: of how many.
  ///   - interval: of the probability over the inputs.
  ///   - isFact: whether it was decided before.
  init(
    _ name: String, count: Int, draws: Int, interval: ClosedRange<Double>? = nil, isFact: Bool = false
  ) {
    self.isFact = isFact
    let probability = Double(count) / Double(draws)
    self.interval = interval.map { Self.holding(probability, $0) }
    self.name = name
    self.probability = probability
    standardError = (probability * (1 - probability) / Double(draws)).squareRoot()
  }

  /// An interval widened to hold the probability itself, which is from other draws.
  ///
  /// - Parameters:
  ///   - probability: the probability.
  ///   - interval: of the probability over the inputs.
  /// - Returns: the interval that holds both.
  public static func holding(_ probability: Double, _ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    min(probability, interval.lowerBound)...max(probability, interval.upperBound)
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A constant hazard: S(t) = exp(-λ t), λ = events over the whole time observed, its maximum likelihood estimate.
///
/// Source: Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd edition, section 3.2.
public struct ExponentialSurvival: Sendable, Equatable {
  /// λ.
  public let rate: Double

  /// The estimate.
  ///
  /// - Parameter durations: with at least one event.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(_ durations: [EventTime]) throws(NegotiationError) {
    let events = try EventTime.requireEvent(durations)
    let rate = Double(events) / durations.reduce(0) { $0 + $1.time }
    guard rate > 0, rate.isFinite else {
      throw .noConvergence(
        fit: "exponential survival", reason: "the durations are too long or too short to add")
    }
    self.rate = rate
  }

  /// The probability of no event by a time.
  ///
  /// - Parameter time: zero or below gives 1.
  /// - Returns: the probability.
  public func survival(at time: Double) -> Double { exp(-rate * max(0, time)) }
}

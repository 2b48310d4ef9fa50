#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A hazard that rises or falls with time: S(t) = exp(-(t/s)^k), by maximum likelihood.
///
/// The shape solves Σ t^k ln t / Σ t^k - 1/k = (1/d) Σ ln t over the d events, whose left side rises with k; the scale
/// is (Σ t^k / d)^(1/k). Times are divided by the longest one first, so that no power overflows.
///
/// Edge Cases: events that all come at the longest time have no largest likelihood and are refused.
///
/// Source: Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd edition, section 3.3.
public struct WeibullSurvival: Sendable, Equatable {
  /// k: above 1 the hazard rises.
  public let shape: Double
  /// s, the time by which 63 percent have had the event.
  public let scale: Double
  /// The logarithm of the likelihood.
  public let logLikelihood: Double

  private static let largestShape = 1e4

  /// The estimate.
  ///
  /// - Parameter durations: with at least one event.
  /// - Throws: ``NegotiationError``.
  public init(_ durations: [EventTime]) throws(NegotiationError) {
    let events = Double(try EventTime.requireEvent(durations))
    let longest = durations.reduce(0) { max($0, $1.time) }
    let logs = durations.map { log($0.time) - log(longest) }
    let eventLogs = zip(durations, logs).reduce(0) { $0 + ($1.0.isObserved ? $1.1 : 0) }

    func slope(_ shape: Double) -> Double {
      var powers = 0.0
      var weighted = 0.0
      for logarithm in logs {
        let power = exp(shape * logarithm)
        powers += power
        weighted += power * logarithm
      }
      return weighted / powers - 1 / shape - eventLogs / events
    }

    var (low, high) = (log(1e-4), log(Self.largestShape))
    guard slope(exp(low)) < 0, slope(exp(high)) > 0 else {
      throw .noConvergence(
        fit: "Weibull survival", reason: "the events lie too close together, or too far, for a shape")
    }
    // A hundred halvings leave less than a rounding error of the logarithm.
    for _ in 0..<100 {
      let middle = 0.5 * (low + high)
      if slope(exp(middle)) < 0 { low = middle } else { high = middle }
    }
    let shape = exp(0.5 * (low + high))
    let powers = logs.reduce(0) { $0 + exp(shape * $1) }
    let logScale = log(powers / events) / shape
    self.shape = shape
    scale = exp(logScale + log(longest))
    logLikelihood =
      events * (log(shape) - shape * logScale) + (shape - 1) * eventLogs - events - events * log(longest)
    guard scale.isFinite, scale > 0 else {
      throw .noConvergence(fit: "Weibull survival", reason: "the scale is not finite")
    }
  }

  /// The probability of no event by a time.
  ///
  /// - Parameter time: zero or below gives 1.
  /// - Returns: the probability.
  public func survival(at time: Double) -> Double { exp(-pow(max(0, time) / scale, shape)) }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A hazard that is constant between break points, the last one for ever.
public struct PiecewiseHazard: Sendable, Equatable {
  /// Where each rate begins; the first is zero.
  public let starts: [Double]
  /// The hazard from there on.
  public let rates: [Double]

  /// A hazard.
  ///
  /// - Parameters:
  ///   - starts: ascending from zero.
  ///   - rates: as many, zero or above.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(starts: [Double], rates: [Double]) throws(NegotiationError) {
    guard starts.first == 0, starts.allSatisfy(\.isFinite) else {
      throw .outOfRange(what: "first break point", value: starts.first ?? .nan, expected: "0")
    }
    for (earlier, later) in zip(starts, starts.dropFirst()) where earlier >= later {
      throw .outOfRange(what: "break point", value: later, expected: "above \(earlier)")
    }
    guard rates.count == starts.count else {
      throw .outOfRange(what: "number of rates", value: Double(rates.count), expected: "\(starts.count)")
    }
    if let rate = rates.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .outOfRange(what: "hazard", value: rate, expected: "zero or above")
    }
    self.starts = starts
    self.rates = rates
  }

  /// The hazard that has passed at a time.
  ///
  /// - Parameter time: zero or below gives 0.
  /// - Returns: the cumulative hazard, infinite when it exceeds a double.
  public func cumulativeHazard(at time: Double) -> Double {
    var sum = 0.0
    for index in starts.indices where time > starts[index] && rates[index] > 0 {
      let end = index + 1 < starts.count ? min(time, starts[index + 1]) : time
      sum += rates[index] * (end - starts[index])
    }
    return sum
  }

  /// The probability of an event by a time, 1 - exp(-H).
  ///
  /// - Parameter time: in the unit of the break points.
  /// - Returns: the probability.
  public func probability(by time: Double) -> Double { -expm1(-cumulativeHazard(at: time)) }
}

/// A time until an event, or until it was last known not to have come.
public struct EventTime: Sendable, Equatable {
  /// The time, above zero: months of talks.
  public let time: Double
  /// Whether the event came; otherwise the time is a lower bound.
  public let isObserved: Bool

  /// A duration.
  ///
  /// - Parameters:
  ///   - time: above zero.
  ///   - isObserved: whether the event came at this time.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public init(_ time: Double, isObserved: Bool = true) throws(NegotiationError) {
    guard time > 0, time.isFinite else {
      throw .outOfRange(what: "duration", value: time, expected: "a positive number")
    }
    self.time = time
    self.isObserved = isObserved
  }

  /// The events among durations, at least one: without an event no rate can be told.
  static func requireEvent(_ durations: [EventTime]) throws(NegotiationError) -> Int {
    let events = durations.count { $0.isObserved }
    guard events > 0 else {
      throw .outOfRange(what: "number of events", value: 0, expected: "at least 1")
    }
    return events
  }
}

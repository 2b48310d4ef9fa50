/// The share that is still without an event, without any form assumed, and the hazard that has passed.
///
/// With d events at time t among n at risk, S(t) = ∏ (1 - d/n) over the times up to t. The cumulative hazard is
/// Nelson's and Aalen's, in the form that adds 1/n + 1/(n - 1) + … for d events at one time, as though they came one
/// after the other. Who is censored at the time of an event is at risk for it.
///
/// Source: Kaplan and Meier (1958), Journal of the American Statistical Association 53; Aalen (1978), Annals of Statistics 6;
/// Fleming and Harrington (1984) for ties.
public struct KaplanMeier: Sendable, Equatable {
  /// What holds from the time of an event on.
  public struct Step: Sendable, Equatable {
    /// The time.
    public let time: Double
    /// How many were without an event just before.
    public let atRisk: Int
    /// How many events came.
    public let events: Int
    /// The share without an event afterwards.
    public let survival: Double
    /// The hazard that has passed.
    public let cumulativeHazard: Double
  }

  /// The times of events, ascending.
  public let steps: [Step]

  /// The estimate.
  ///
  /// - Parameter durations: at least one; all may be censored, and then there is no step.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)`` for none.
  public init(_ durations: [EventTime]) throws(NegotiationError) {
    guard !durations.isEmpty else {
      throw .outOfRange(what: "number of durations", value: 0, expected: "at least 1")
    }
    let sorted = durations.sorted { $0.time < $1.time }
    var steps: [Step] = []
    var survival = 1.0
    var hazard = 0.0
    var index = 0
    while index < sorted.count {
      let atRisk = sorted.count - index
      let time = sorted[index].time
      var events = 0
      while index < sorted.count, sorted[index].time == time {
        events += sorted[index].isObserved ? 1 : 0
        index += 1
      }
      guard events > 0 else { continue }
      survival *= Double(atRisk - events) / Double(atRisk)
      for earlier in 0..<events { hazard += 1 / Double(atRisk - earlier) }
      steps.append(
        Step(time: time, atRisk: atRisk, events: events, survival: survival, cumulativeHazard: hazard))
    }
    self.steps = steps
  }

  /// The share without an event at a time.
  ///
  /// - Parameter time: any number; before the first event the share is 1.
  /// - Returns: the share.
  public func survival(at time: Double) -> Double { steps.last { $0.time <= time }?.survival ?? 1 }

  /// The hazard that has passed at a time.
  ///
  /// - Parameter time: any number.
  /// - Returns: the cumulative hazard.
  public func cumulativeHazard(at time: Double) -> Double {
    steps.last { $0.time <= time }?.cumulativeHazard ?? 0
  }
}

internal import Series

/// The assumptions of a projection: each with its default, and what it can be at all.
public struct AssumptionCatalog: Sendable, Equatable {
  /// The assumptions in the order in which reports list them.
  public let assumptions: [Assumption]

  /// The catalogue that every scenario starts from.
  public static let standard = AssumptionCatalog(
    assumptions: posture + ask + settlement + timing + events + constraint + linkage + ratio)

  /// The assumption of a key.
  ///
  /// - Parameter key: the switch.
  /// - Returns: the assumption.
  /// - Throws: ``AssumptionError/unknownKey(_:nearest:)``.
  public func assumption(_ key: String) throws(AssumptionError) -> Assumption {
    guard let found = assumptions.first(where: { $0.key == key }) else {
      throw .unknownKey(key, nearest: nearestName(to: key, among: assumptions.map(\.key)))
    }
    return found
  }

  /// An entry by judgement.
  static func assumed(
    _ key: String, _ value: AssumedValue.Form, tornado: ClosedRange<Double>,
    within range: ClosedRange<Double>,
    _ meaning: String, because reason: String
  ) -> Assumption {
    Assumption(
      key, AssumedValue(unchecked: value), low: tornado.lowerBound, high: tornado.upperBound, range: range,
      mark: .assumed, meaning: meaning, reason: reason)
  }

  /// An entry from cases of the record.
  static func estimated(
    _ key: String, _ value: AssumedValue.Form, from cases: Int, tornado: ClosedRange<Double>,
    within range: ClosedRange<Double>, isFitted: Bool = false, _ meaning: String, because reason: String
  ) -> Assumption {
    Assumption(
      key, AssumedValue(unchecked: value), low: tornado.lowerBound, high: tornado.upperBound, range: range,
      mark: .estimated(cases), isFitted: isFitted, meaning: meaning, reason: reason)
  }
}
